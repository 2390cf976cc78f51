package org.lfnkr.zabuton.audit;

import static java.util.stream.Collectors.joining;

import org.lfnkr.zabuton.kernel.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in words what the trail keeps in codes: why the shop itself did something, and states and
 * roles. What people wrote stays as they wrote it, and so do numbers.
 */
@Component
public class AuditWords {

    private static final Pattern ROLES = Pattern.compile("\\[([A-Z]+(?:, [A-Z]+)*)]");

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Why it was done. */
    public String reason(AuditEntry entry, Language language) {
        return entry.action().equals("guard.set")
                ? word("guard.mode." + entry.reason(), entry.reason(), language)
                : said(reasons(entry.action()), entry.reason(), language);
    }

    /** Where the words of an act's reasons stand. */
    private static String reasons(String action) {
        if (action.startsWith("approval.")) {
            return "approvals.kind.";
        }
        return switch (action) {
            case "payment.refund" -> "refunds.reason.";
            case "hold.accepted", "hold.returned", "order.pieces-released" -> "held.why.";
            case "evidence.opened" -> "evidence.reason.";
            case "return.refused" -> "returns.refusal.";
            case "supporter.address-corrected" -> "reveals.reason.";
            default -> "audit.reason.";
        };
    }

    /** How it was before, or after. */
    public String value(AuditEntry entry, String value, Language language) {
        return said(
                entry.action().startsWith("approval.") ? "approvals.state." : "audit.value.",
                value,
                language);
    }

    private String said(String prefix, String text, Language language) {
        Matcher roles = ROLES.matcher(text);
        return roles.matches()
                ? Arrays.stream(roles.group(1).split(", "))
                        .map(it -> word("staff.role.short." + it, it, language))
                        .collect(joining(word("audit.and", ", ", language)))
                : word(prefix + code(text), text, language);
    }

    /** What a code that the system wrote is called as a key. */
    public static String code(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    }

    private String word(String key, String otherwise, Language language) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, language.locale()));
    }
}
