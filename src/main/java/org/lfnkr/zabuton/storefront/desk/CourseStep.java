package org.lfnkr.zabuton.storefront.desk;

import java.time.Instant;

/**
 * Something that happened to an order, in words.
 *
 * @param who the account or the part of the system that did it; empty where it just happened
 * @param why empty where nobody had to say
 */
record CourseStep(Instant at, String what, String who, String why) {}
