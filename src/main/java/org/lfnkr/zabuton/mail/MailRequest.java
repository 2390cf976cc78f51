package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.kernel.Language;

/**
 * A mail to send. Of each kind there is one about each matter.
 *
 * @param kind of a {@link Letter}, such as {@code order-paid}
 * @param reference the matter, such as an order's id; nothing personal
 * @param language of the reader
 */
public record MailRequest(String kind, String reference, Language language) {}
