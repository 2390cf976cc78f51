package org.lfnkr.zabuton.audit;

/**
 * What an act changed: ids, codes and numbers only.
 *
 * @param before empty where there was nothing
 * @param after empty where nothing is left
 */
public record Change(String before, String after) {

    /** Of an act that changed nothing that could be told. */
    public static final Change NONE = new Change("", "");
}
