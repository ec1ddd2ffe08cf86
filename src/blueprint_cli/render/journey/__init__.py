"""The customer journey map: what the customer lives through, without what happens behind the scenes."""
