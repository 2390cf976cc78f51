package org.lfnkr.zabuton.storefront.desk;

/**
 * Something that a shop needs before it can open.
 *
 * @param key of its messages
 * @param page of the desk where it is done, behind the language
 * @param missing how many are missing, such as variants without costs; 0 where it is done
 */
record Step(String key, String page, int missing) {

    public boolean isDone() {
        return missing == 0;
    }
}
