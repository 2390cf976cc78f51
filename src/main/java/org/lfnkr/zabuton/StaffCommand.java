package org.lfnkr.zabuton;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.staff.FirstStaff;
import org.lfnkr.zabuton.staff.FirstStaff.Result;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The command {@code staff}: makes the first administrator and the first approver, or replaces the
 * only one that was lost, and prints a link for each. Who may run it on the server may read the
 * vault's key as well, so it asks for nothing more.
 */
final class StaffCommand {

    private static final String USAGE =
            """
            staff admin=MAIL approver=MAIL   makes the first two people of the desk
            staff replace-admin=MAIL         closes the only administrator's account, makes another
            staff replace-approver=MAIL      the same for the only approver
            Each prints a link that works once, for three days. One of them alone is fine too.
            """;

    private static final Map<String, Role> ROLES =
            Map.of("admin", Role.ADMIN, "approver", Role.APPROVER);
    private static final String REPLACE = "replace-";
    private static final int PATIENCE_SECONDS = 60;

    private final FirstStaff staff;
    private final PrintStream out;

    private StaffCommand(FirstStaff staff, PrintStream out) {
        this.staff = staff;
        this.out = out;
    }

    /** What is wished: {@code replace-approver=…}. */
    private record Wish(Role role, boolean replace, EmailAddress mail) {

        static Optional<Wish> parse(String argument) {
            String[] parts = argument.split("=", 2);
            boolean replace = parts[0].startsWith(REPLACE);
            Role role = ROLES.get(replace ? parts[0].substring(REPLACE.length()) : parts[0]);
            return role == null || parts.length < 2
                    ? Optional.empty()
                    : EmailAddress.parse(parts[1]).map(mail -> new Wish(role, replace, mail));
        }
    }

    /**
     * @return the exit status: 0 when all was done
     */
    static int run(PrintStream out, String... arguments) {
        String[] wished = Stream.of(arguments).filter(it -> !isSetting(it)).toArray(String[]::new);
        if (wished.length == 0 || Stream.of(wished).anyMatch(it -> Wish.parse(it).isEmpty())) {
            out.print(USAGE);
            return 1;
        }
        String[] settings =
                Stream.of(arguments).filter(StaffCommand::isSetting).toArray(String[]::new);
        try (ConfigurableApplicationContext shop = Check.prepare(settings)) {
            StaffCommand command = new StaffCommand(shop.getBean(FirstStaff.class), out);
            return Stream.of(wished)
                                    .flatMap(it -> Wish.parse(it).stream())
                                    .filter(wish -> !command.carryOut(wish))
                                    .count()
                            == 0
                    ? 0
                    : 1;
        }
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--");
    }

    private boolean carryOut(Wish wish) {
        Result result = result(wish);
        out.println(
                wish.role().name().toLowerCase(java.util.Locale.ROOT) + "  " + sentence(result));
        return result instanceof Result.Made;
    }

    private static String sentence(Result result) {
        return switch (result) {
            case Result.Made(var link) -> link.toString();
            case Result.Held() -> "There is one. If they are lost, say replace-… instead.";
            case Result.Nobody() -> "There is none to replace; leave replace- out.";
            case Result.Several() ->
                    "There are several; one of them, or an administrator, can help.";
            case Result.AddressTaken() -> "This mail address belongs to another account.";
        };
    }

    private Result result(Wish wish) {
        try {
            return (wish.replace()
                            ? staff.replace(wish.role(), wish.mail())
                            : staff.make(wish.role(), wish.mail()))
                    .toFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The accounts can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The command was interrupted", e);
        }
    }
}
