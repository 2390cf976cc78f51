package org.lfnkr.zabuton.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Templates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Makes the mail of a letter, in text and HTML, and hands it to the mail server. It blocks. */
@Component
class Envelope {

    private final JavaMailSender server;
    private final Templates templates;
    private final Messages messages;
    private final Organisation organisation;

    Envelope(
            ObjectProvider<JavaMailSender> server,
            Templates templates,
            Messages messages,
            Organisation organisation) {
        this.server = server.getIfAvailable(Envelope::refuse);
        this.templates = templates;
        this.messages = messages;
        this.organisation = organisation;
    }

    private static JavaMailSender refuse() {
        throw new StartupRefused(
                "spring.mail.host is missing: set it to the server that takes the mails.");
    }

    void send(WaitingLetter letter, LetterContent content) {
        try {
            MimeMessage message = server.createMimeMessage();
            write(message, letter, content);
            server.send(message);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The mail can't be made", e);
        }
    }

    private void write(MimeMessage message, WaitingLetter letter, LetterContent content)
            throws MessagingException, UnsupportedEncodingException {
        Language language = letter.request().language();
        MimeMessageHelper helper =
                new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(organisation.email().value(), messages.text("web.wordmark", language));
        helper.setTo(content.to().value());
        helper.setSubject(subject(content, language));
        helper.setText(
                render(content, ".txt", language) + render("mail/footer.txt", content, language),
                render(content, "", language));
        for (LetterContent.Attachment file : content.attachments()) {
            helper.addAttachment(
                    file.fileName(), new ByteArrayResource(file.bytes()), file.mediaType());
        }
        label(message, letter);
        if (content.unsubscribe() != null) {
            letGo(message, content.unsubscribe());
        }
    }

    /** Mail programs offer a button of their own for it (RFC 8058). */
    private static void letGo(MimeMessage message, URI by) throws MessagingException {
        message.setHeader("List-Unsubscribe", "<" + by + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /** The same letter has the same Message-ID at each attempt, so that readers can tell it. */
    private void label(MimeMessage message, WaitingLetter letter) throws MessagingException {
        String domain = organisation.email().value().replaceFirst(".*@", "");
        message.setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.request().language().tag());
    }

    private String subject(LetterContent content, Language language) {
        return messages.text(content.subjectKey(), language, content.subjectArguments().toArray());
    }

    private String render(LetterContent content, String ending, Language language) {
        return render(content.template() + ending, content, language);
    }

    private String render(String template, LetterContent content, Language language) {
        Map<String, Object> model = new HashMap<>(content.model());
        model.put("subject", subject(content, language));
        return templates.render(template, language, model);
    }
}
