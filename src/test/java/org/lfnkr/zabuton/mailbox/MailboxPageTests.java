package org.lfnkr.zabuton.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class MailboxPageTests {

    private final DevMailbox mailbox = DevMailbox.temporary();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void listsMailsAndShowsHtmlInASandboxBesideTextAndFiles() throws Exception {
        send("Subject & more");

        assertThat(get("/"))
                .contains("reader@example.org", "<a href=\"/1\">Subject &amp; more</a>");
        assertThat(get("/1"))
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("src=\"/1/html\"", "<pre>the text", "<a href=\"/1/0\">file.txt</a>");
        assertThat(get("/1/html")).contains("<p>the html");
        assertThat(get("/1/0")).isEqualTo("content");
        assertThat(get("/2")).contains("No such mail");
    }

    @Test
    void keepsItsMailsThroughAnOutage() throws Exception {
        send("before");
        mailbox.stop();
        mailbox.start();
        send("after");

        assertThat(mailbox.messages())
                .extracting(ReceivedMail::subject)
                .containsExactly("before", "after");
    }

    /** A link to a mail shows that mail for ever, whoever gets one later. */
    @Test
    void aMailKeepsItsNumber() throws Exception {
        send("first", "one@example.org");
        send("second", "other@example.org");
        assertThat(get("/2")).contains("<h1>second</h1>");

        send("third", "one@example.org");

        assertThat(get("/2")).contains("<h1>second</h1>");
        assertThat(mailbox.messages())
                .extracting(ReceivedMail::subject)
                .containsExactly("first", "second", "third");
    }

    private void send(String subject) throws Exception {
        send(subject, "reader@example.org");
    }

    private void send(String subject, String reader) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(Integer.parseInt(mailbox.settings().get("spring.mail.port")));
        MimeMessageHelper mail = new MimeMessageHelper(sender.createMimeMessage(), true, "UTF-8");
        mail.setFrom("shop@example.org");
        mail.setTo(reader);
        mail.setSubject(subject);
        mail.setText("the text", "<html><head></head><p>the html</html>");
        mail.addAttachment("file.txt", new ByteArrayResource("content".getBytes()), "text/plain");
        sender.send(mail.getMimeMessage());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(mailbox.address() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
