package org.lfnkr.zabuton.mailbox;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A mail as its reader gets it.
 *
 * @param unsubscribe where its program offers to end such mails; empty where it can't
 */
public record ReceivedMail(
        String id,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        String unsubscribe) {

    /** A file that came with a mail. */
    public record Attachment(String name, String mediaType, byte[] bytes) {}

    static ReceivedMail of(MimeMessage message) {
        try {
            Parts parts = new Parts();
            parts.collect(message);
            return new ReceivedMail(
                    message.getMessageID(),
                    addresses(message.getFrom()).getFirst(),
                    addresses(message.getAllRecipients()),
                    message.getSubject(),
                    parts.text.toString(),
                    parts.html.toString(),
                    List.copyOf(parts.files),
                    Objects.requireNonNullElse(message.getHeader("List-Unsubscribe", null), ""));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail can't be read", e);
        }
    }

    private static List<String> addresses(Address[] addresses) {
        return Arrays.stream(addresses)
                .map(address -> ((InternetAddress) address).getAddress())
                .toList();
    }

    private static final class Parts {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> files = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    collect(child);
                }
            } else if (part.getFileName() != null) {
                files.add(file(part));
            } else {
                (part.isMimeType("text/html") ? html : text).append(part.getContent());
            }
        }

        private static Attachment file(Part part) throws MessagingException, IOException {
            return new Attachment(
                    part.getFileName(),
                    part.getContentType().replaceFirst(";.*", "").strip(),
                    part.getInputStream().readAllBytes());
        }
    }
}
