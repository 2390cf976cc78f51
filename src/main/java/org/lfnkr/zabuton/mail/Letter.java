package org.lfnkr.zabuton.mail;

import reactor.core.publisher.Mono;

/** Writes the mails of one kind. Implemented, as a bean, by the module that owns the matter. */
public interface Letter {

    /** As {@link MailRequest#kind()} says it. */
    String kind();

    /**
     * Called when the mail is sent, outside of any transaction, and again at each new attempt. Only
     * here is personal data read.
     *
     * @return empty where there is nothing to say any more, for instance because the person was
     *     erased: the mail is withdrawn then
     */
    Mono<LetterContent> compose(MailRequest request);
}
