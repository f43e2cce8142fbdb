import '../../../src/components/tokens.css'
import './slide.css'
