package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.kernel.EmailAddress;

/** A proof that was given, and the address it was given of. */
record Proven(Proof proof, EmailAddress email) {}
