package org.lfnkr.zabuton.fulfilment.carrierfile;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a carrier's program wants its file.
 *
 * @param encoding {@code windows-31j} (what Japanese programs call Shift_JIS) or {@code UTF-8},
 *     without a mark
 * @param header whether the first line names the columns
 * @param dayPattern of days, as {@link DateTimeFormatter} has it
 * @param columns from left to right; without any, every field in a column of its own
 * @param slots how hours are written; without, in words
 */
@ConfigurationProperties("zabuton.carrier-file")
record CarrierFileProperties(
        @DefaultValue("windows-31j") String encoding,
        @DefaultValue("true") boolean header,
        @DefaultValue("yyyy/MM/dd") String dayPattern,
        @DefaultValue List<Column> columns,
        @DefaultValue Map<DeliverySlot, String> slots) {

    private static final Set<String> ENCODINGS = Set.of("windows-31j", "utf-8");

    /**
     * A column holds a field of the order, or the same text in every line.
     *
     * @param title as the first line names it
     */
    record Column(
            @DefaultValue("") String title, @Nullable CarrierField field, @Nullable String text) {

        Column {
            if ((field == null) == (text == null)) {
                throw new StartupRefused(
                        "Each of zabuton.carrier-file.columns has a field or a text, and not both.");
            }
        }
    }

    CarrierFileProperties {
        columns = List.copyOf(columns);
        slots = Map.copyOf(slots);
        if (!ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new StartupRefused(
                    "zabuton.carrier-file.encoding must be windows-31j or UTF-8, not " + encoding);
        }
        if (header && columns.stream().anyMatch(column -> column.title().isBlank())) {
            throw new StartupRefused(
                    "Each of zabuton.carrier-file.columns needs a title, or there is no header.");
        }
        checkPattern(dayPattern);
    }

    private static void checkPattern(String pattern) {
        try {
            String unused = DateTimeFormatter.ofPattern(pattern).format(LocalDate.EPOCH);
        } catch (IllegalArgumentException | DateTimeException unusable) {
            throw new StartupRefused(
                    "zabuton.carrier-file.day-pattern must be a pattern of days, such as yyyy/MM/dd.");
        }
    }

    Charset charset() {
        return Charset.forName(encoding);
    }
}
