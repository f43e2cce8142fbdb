/// <reference types="vite/client" />
/// <reference path="../src/content/virtual.d.ts" />
