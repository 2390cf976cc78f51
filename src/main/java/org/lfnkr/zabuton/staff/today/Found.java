package org.lfnkr.zabuton.staff.today;

import org.lfnkr.zabuton.desk.Comparison;
import org.lfnkr.zabuton.desk.Comparison.Result;

/** A comparison with how it was found. */
record Found(Comparison comparison, Result result) {

    public boolean differs() {
        return result.state() == Comparison.State.DIFFERS;
    }

    public boolean agrees() {
        return result.state() == Comparison.State.AGREES;
    }
}
