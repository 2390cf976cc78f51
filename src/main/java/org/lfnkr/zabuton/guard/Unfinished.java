package org.lfnkr.zabuton.guard;

/**
 * How much has been left unfinished lately.
 *
 * @param bySender without proof, from the same network
 * @param unproved without proof, from anywhere
 * @param byProof with the same proof
 */
record Unfinished(long bySender, long unproved, long byProof) {

    Verdict of(Knock knock, GateMode mode, GuardLimits limits) {
        if (mode == GateMode.CLOSED) {
            return Verdict.CLOSED;
        }
        if (knock.proof() != null) {
            return byProof < limits.perProof() ? Verdict.PASS : Verdict.WAIT;
        }
        boolean quiet = bySender < limits.perSender() && unproved < limits.inAll();
        return quiet && mode == GateMode.WATCHFUL ? Verdict.PASS : Verdict.PROVE;
    }
}
