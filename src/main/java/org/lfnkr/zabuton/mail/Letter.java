package org.lfnkr.zabuton.mail;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the mails of one kind. Implemented, as a bean, by the module that owns the matter. */
public interface Letter {

    /** As {@link MailRequest#kind()} says it. */
    String kind();

    /** Message key of what people call it, without arguments. */
    String titleKey();

    /**
     * The streams of the outbox whose facts it quotes. It is composed once every handler has had
     * them, so that it says what all modules together have on record; see {@link Patience}.
     *
     * @return empty where it quotes none
     */
    Flux<String> quotes(MailRequest request);

    /**
     * Called when the mail is sent, outside of any transaction, and again at each new attempt. Only
     * here is personal data read.
     *
     * <p>Should the handlers fail for long it is called nevertheless, and says nothing of what they
     * have yet to write: {@link org.lfnkr.zabuton.outbox.Outbox#progress} tells.
     *
     * @return empty where there is nothing to say any more, for instance because the person was
     *     erased: the mail is withdrawn then
     */
    Mono<LetterContent> compose(MailRequest request);
}
