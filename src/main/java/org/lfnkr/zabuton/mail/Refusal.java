package org.lfnkr.zabuton.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

import java.util.Set;
import java.util.stream.Stream;

/** Tells a reader's address to which nothing will ever come from a mail server that is unwell. */
final class Refusal {

    /** No such mailbox, not here, no such name, takes no mail (RFC 5321, 4.2.3; RFC 7504). */
    private static final Set<Integer> FOR_GOOD = Set.of(550, 551, 553, 556);

    private Refusal() {}

    static boolean isForGood(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case AddressException malformed -> true;
            case SMTPAddressFailedException refused
                    when FOR_GOOD.contains(refused.getReturnCode()) ->
                    true;
            case MessagingException sending -> isForGood(sending.getNextException());
            case MailSendException sending ->
                    Stream.of(sending.getMessageExceptions()).anyMatch(Refusal::isForGood)
                            || isForGood(sending.getCause());
            default -> isForGood(failure.getCause());
        };
    }
}
