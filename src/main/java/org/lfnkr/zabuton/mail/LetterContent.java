package org.lfnkr.zabuton.mail;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.EmailAddress;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a mail says.
 *
 * @param subjectKey message key; with its arguments it names no person, sum or cause, because
 *     subjects are shown on locked screens and kept in logs
 * @param template below templates/, without ending: the HTML stands in {@code .html}, the text in
 *     {@code .txt}
 * @param unsubscribe where one press, and no sign-in, ends mails of this kind; null for what a
 *     reader has to be told
 * @param model for both; they also see {@code subject}, {@code language} and {@code organisation}
 */
public record LetterContent(
        EmailAddress to,
        String subjectKey,
        List<Object> subjectArguments,
        String template,
        Map<String, Object> model,
        List<Attachment> attachments,
        @Nullable URI unsubscribe) {

    /** Of what a reader has to be told. */
    public LetterContent(
            EmailAddress to,
            String subjectKey,
            List<Object> subjectArguments,
            String template,
            Map<String, Object> model,
            List<Attachment> attachments) {
        this(to, subjectKey, subjectArguments, template, model, attachments, null);
    }

    /** A file that goes with the mail. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Attachment(String fileName, String mediaType, byte[] bytes) {}

    public LetterContent {
        subjectArguments = List.copyOf(subjectArguments);
        model = Map.copyOf(model);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "LetterContent[" + template + "]";
    }
}
