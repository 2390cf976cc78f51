package org.lfnkr.zabuton.pagecache;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.PageState;
import org.lfnkr.zabuton.web.SharedPages;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from a request which shared page it asks for, if any. */
@Component
class PageKeys {

    private final SharedTargets targets;
    private final List<PageState> states;

    PageKeys(SharedTargets targets, List<PageState> states) {
        this.targets = targets;
        this.states = states.stream().sorted(Comparator.comparing(PageState::cookie)).toList();
    }

    /**
     * @param uri path and query as they were sent
     * @param cookies as they were sent, each header
     * @return null where the visitor gets a page of their own
     */
    @Nullable PageKey of(String uri, List<String> cookies) {
        SharedTargets.Found found = targets.find(uri);
        if (found == null) {
            return null;
        }
        return cookies.isEmpty()
                ? new PageKey(found.target(), "", found.pages())
                : of(found, String.join(";", cookies));
    }

    private @Nullable PageKey of(SharedTargets.Found found, String cookies) {
        Set<String> seen = new HashSet<>();
        List<String> shared = new ArrayList<>();
        SharedPages pages = found.pages();
        for (String cookie : cookies.split(";")) {
            int equals = cookie.indexOf('=');
            String name = cookie.substring(0, Math.max(0, equals)).strip();
            if (pages.personal().contains(name) || name.startsWith("__Host-") && !seen.add(name)) {
                return null;
            }
            if (pages.states().contains(name)) {
                Optional<String> state = shared(name, cookie.substring(equals + 1).strip());
                if (state.isEmpty()) {
                    return null;
                }
                if (!state.get().isEmpty()) {
                    shared.add(name + '=' + state.get());
                }
            }
        }
        shared.sort(null); // browsers send cookies in an order of their own
        return new PageKey(found.target(), String.join("; ", shared), pages);
    }

    private Optional<String> shared(String name, String value) {
        return states.stream()
                .filter(state -> state.cookie().equals(name))
                .findFirst()
                .flatMap(state -> state.shared(value));
    }
}
