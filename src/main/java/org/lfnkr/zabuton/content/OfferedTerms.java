package org.lfnkr.zabuton.content;

import org.lfnkr.zabuton.kernel.Language;

import java.util.List;

/**
 * On what terms things are sold, in sentences. Whoever sells knows them and implements this; the
 * disclosure, the answers to questions and the last page before the order all say it from here, so
 * that what one of them promises the others do too.
 */
public interface OfferedTerms {

    /** By which means one can pay, with their limits. */
    List<String> payment(Language language);

    /** When each of them is paid. */
    List<String> paymentTime(Language language);

    /** Until when, and how, an order can be given up. */
    String cancellation(Language language);

    /** What is taken back, for every kind of goods. */
    List<String> returns(Language language);
}
