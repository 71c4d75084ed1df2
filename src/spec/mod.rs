//! What the attributes and options ask for, bounded and typed.
