package org.lfnkr.zabuton.staff.today;

/**
 * What stands beside the work.
 *
 * @param content for the template's fragment
 */
record Shown(String template, Object content) {}
