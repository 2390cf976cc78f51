package org.lfnkr.zabuton;

import org.lfnkr.zabuton.support.DevelopmentServices;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The real application with everything it needs beside it: PostgreSQL, Stripe's simulator and a
 * mailbox. Started by {@code ./mvnw spring-boot:test-run}.
 */
public class DevelopmentApplication {

    private static final int PORT = 8080;
    private static final Path DATA = Path.of(".data");

    public static void main(String[] args) throws IOException {
        refuseIfTaken();
        Files.createDirectories(DATA);
        try {
            SpringApplication.from(ZabutonApplication::main)
                    .with(Services.class)
                    .run(Stream.concat(settings(args), Arrays.stream(args)).toArray(String[]::new));
        } catch (RuntimeException alreadyReported) {
            // The services beside it would keep the process alive.
            System.exit(1);
        }
    }

    /** What is given on the command line takes the place of ours, and is not added to it. */
    private static Stream<String> settings(String[] args) {
        return Services.RUNNING.settings().entrySet().stream()
                .filter(
                        setting ->
                                Arrays.stream(args)
                                        .noneMatch(
                                                it -> it.startsWith("--" + setting.getKey() + "=")))
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }

    /** Before anything is started, so that nothing has to be stopped again. */
    private static void refuseIfTaken() {
        try (ServerSocket free = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            free.setReuseAddress(true);
        } catch (IOException taken) {
            System.err.println(
                    "Port "
                            + PORT
                            + " is taken. Stop what listens there (another Zabuton?), and start"
                            + " again.");
            System.exit(1);
        }
    }

    /** What the application finds instead of the outside world. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Services {

        private static final DevelopmentServices RUNNING = DevelopmentServices.start(DATA, PORT);

        /** The shop lives in the simulator's time, which its dashboard can move. */
        @Bean
        @Primary
        Clock developmentClock() {
            return RUNNING.clock();
        }

        @EventListener(ApplicationReadyEvent.class)
        void tellAddresses() {
            System.out.println(RUNNING.welcome());
        }
    }
}
