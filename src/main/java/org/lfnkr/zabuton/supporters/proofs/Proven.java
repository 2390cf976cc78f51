package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.kernel.EmailAddress;

/** A proof that was given, and the address it was given of. */
public record Proven(Proof proof, EmailAddress email) {}
