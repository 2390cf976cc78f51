package org.lfnkr.zabuton.bookkeeping.spending;

import org.lfnkr.zabuton.bookkeeping.RefundForecast;
import org.lfnkr.zabuton.impact.Progress;

/** What could still be said of what was bought with somebody's money, if some of it went back. */
@FunctionalInterface
public interface ProgressForecast {

    Progress after(RefundForecast refund);
}
