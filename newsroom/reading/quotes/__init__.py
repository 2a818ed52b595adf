"""Find who said what: quotation marks, cues, speakers, channels."""
