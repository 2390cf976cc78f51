package org.lfnkr.zabuton.simulator;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page, or what a form on it does: {@code "POST /c/pay/{id}"}. */
record PageRoute(Pattern pattern, Function<Visit, Reply> action) {

    static PageRoute of(String methodAndPath, Function<Visit, Reply> action) {
        return new PageRoute(Pattern.compile(methodAndPath.replace("{id}", "([^/]+)")), action);
    }

    Optional<Reply> answer(Request request) {
        Matcher matcher = pattern.matcher(request.methodAndPath());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String id = matcher.groupCount() > 0 ? matcher.group(1) : "";
        return Optional.of(action.apply(new Visit(id, new Params(Form.decode(request.encoded())))));
    }
}
