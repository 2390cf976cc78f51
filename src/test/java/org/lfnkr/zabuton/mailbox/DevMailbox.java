package org.lfnkr.zabuton.mailbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail server on this machine that delivers nothing: it keeps every mail to be looked at. */
public final class DevMailbox implements AutoCloseable {

    private final int smtpPort;
    private final MailboxPage page;

    /** Each mail in its place: where it stands is how the page calls it, whatever comes later. */
    private final Map<StoredMessage, ReceivedMail> kept = new LinkedHashMap<>();

    private GreenMail server;
    private boolean running;

    private DevMailbox(int smtpPort, int httpPort) {
        this.smtpPort = smtpPort;
        this.server = newServer(smtpPort);
        this.page = new MailboxPage(this, httpPort);
        start();
    }

    /** On any free ports. */
    public static DevMailbox temporary() {
        return new DevMailbox(freePort(), 0);
    }

    /** Takes mails at one port, and shows them in the browser at the other. */
    public static DevMailbox on(int smtpPort, int httpPort) {
        return new DevMailbox(smtpPort, httpPort);
    }

    /** The settings by which the application finds this mail server. */
    public Map<String, String> settings() {
        return Map.of("spring.mail.host", "localhost", "spring.mail.port", "" + smtpPort);
    }

    /** The address of the page that shows the mails. */
    public String address() {
        return "http://localhost:" + page.port();
    }

    /** Begins to take mails, after a {@link #stop()} at the same port. */
    public synchronized void start() {
        if (!running) {
            server = newServer(smtpPort);
            server.start();
            running = true;
        }
    }

    /** Takes no mails any more, as if the mail server were down; those it has stay readable. */
    public synchronized void stop() {
        if (running) {
            keepNew();
            server.stop();
            running = false;
        }
    }

    /** Every mail so far, oldest first. */
    public synchronized List<ReceivedMail> messages() {
        if (running) {
            keepNew();
        }
        return List.copyOf(kept.values());
    }

    /** The mails to one address, oldest first. */
    public List<ReceivedMail> to(String address) {
        return messages().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    /** The server keeps its mails by reader; here they stand in the order in which they came. */
    private void keepNew() {
        server.getManagers().getImapHostManager().getAllMessages().stream()
                .sorted(Comparator.comparing(StoredMessage::getReceivedDate))
                .forEach(
                        mail ->
                                kept.computeIfAbsent(
                                        mail, it -> ReceivedMail.of(it.getMimeMessage())));
    }

    private static GreenMail newServer(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "localhost", "smtp"));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }

    @Override
    public void close() {
        stop();
        page.close();
    }
}
