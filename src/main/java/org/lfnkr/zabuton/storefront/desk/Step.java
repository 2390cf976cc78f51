package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.desk.Right;

/**
 * Something that a shop needs before it can open.
 *
 * @param key of its messages
 * @param page of the desk where it is done, behind the language
 * @param right of whoever does it: who may only look there isn't told to
 * @param missing how many are missing, such as variants without costs; 0 where it is done
 */
record Step(String key, String page, Right right, int missing) {

    public boolean isDone() {
        return missing == 0;
    }
}
