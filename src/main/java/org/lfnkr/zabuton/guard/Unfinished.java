package org.lfnkr.zabuton.guard;

/**
 * How much has been left unfinished lately.
 *
 * @param bySender without proof, from the same network
 * @param unproved without proof, from anywhere
 * @param byProof with the same proof
 * @param heldBySender of the piece of which most would be held, without proof, from the same
 *     network, with what is wanted now
 * @param heldByProof the same, with the same proof
 */
record Unfinished(long bySender, long unproved, long byProof, long heldBySender, long heldByProof) {

    Verdict of(Knock knock, GateMode mode, GuardLimits limits) {
        if (mode == GateMode.CLOSED) {
            return Verdict.CLOSED;
        }
        return knock.proof() == null ? unproved(mode, limits) : proved(limits);
    }

    private Verdict proved(GuardLimits limits) {
        if (byProof >= limits.perProof()) {
            return Verdict.WAIT;
        }
        return heldByProof > limits.heldPerProof() ? Verdict.HOLDS : Verdict.PASS;
    }

    private Verdict unproved(GateMode mode, GuardLimits limits) {
        boolean quiet =
                bySender < limits.perSender()
                        && unproved < limits.inAll()
                        && heldBySender <= limits.heldPerSender();
        return quiet && mode == GateMode.WATCHFUL ? Verdict.PASS : Verdict.PROVE;
    }
}
