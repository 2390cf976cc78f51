package org.lfnkr.zabuton.staff.views;

import static java.util.stream.Collectors.joining;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Row;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list with its filters.
 *
 * @param path of the list, behind the language
 * @param query what filters it, with its question mark
 */
public record View(UUID id, String name, String path, String query) {

    static final int LONGEST_NAME = 60;

    private static final int LONGEST_QUERY = 500;
    private static final Pattern ADDRESS =
            Pattern.compile("(/desk/[a-z/-]+)(\\?[^\\s\\p{Cntrl}#]+)");

    /** Where one is in a list is not what one looks for in it. */
    private static final Set<String> PLACES = Set.of("before", "after", "code");

    static View of(Readable row) {
        return new View(
                Row.uuid(row, "id"),
                Row.text(row, "name"),
                Row.text(row, "path"),
                Row.text(row, "query"));
    }

    /** What stands in an address of the desk; empty where nothing of it is worth saving. */
    static Optional<View> read(String name, String address) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches()
                ? Optional.of(
                                new View(
                                        UUID.randomUUID(),
                                        name,
                                        parts.group(1),
                                        kept(parts.group(2))))
                        .filter(view -> view.query().length() > 1)
                        .filter(view -> view.query().length() <= LONGEST_QUERY)
                : Optional.empty();
    }

    private static String kept(String query) {
        return Arrays.stream(query.substring(1).split("&"))
                .filter(part -> part.matches("[a-z-]+=.+"))
                .filter(part -> !PLACES.contains(part.substring(0, part.indexOf('='))))
                .collect(joining("&", "?", ""));
    }

    /** Behind the language. */
    public String address() {
        return path + query;
    }
}
