package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * No bytes from outside make an error of ours, at any address that the application has: three
 * requests at each, or as many as {@code -Dhostile.each} says.
 */
@ModuleTest
@Import(SignInSamples.class)
@CapturesOutput
@Isolated
@TestPropertySource(properties = {"zabuton.requests.body=1s", "zabuton.guard.window=1s"})
class HostileBytesModuleTests {

    private static final int EACH = Integer.getInteger("hostile.each", 3);
    private static final int AT_ONCE = 6;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired SignInSamples samples;
    @LocalServerPort int port;

    private HostileRequests hostile;

    @BeforeEach
    void somebodyInTheMiddleOfEverything() {
        Guest guest = samples.signedIn(SignInSamples.newAddress()).atDesk();
        HostileSteps.walk(guest);
        hostile = HostileRequests.of(port, guest);
    }

    /** Each seed is another night; a failing one can be tried again. */
    @ParameterizedTest
    @ValueSource(longs = {20261127, 4711})
    void neverAnswersWithAnErrorOfOurs(long seed, CapturedOutput log) throws Exception {
        List<String> broken = new ArrayList<>();
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<List<String>> route : several.invokeAll(attacks(seed))) {
                broken.addAll(route.get());
            }
        }

        assertThat(broken).isEmpty();
        assertThat(log).doesNotContain("\tat ").doesNotContain(" ERROR ");
    }

    /** Several at a time, since many a request waits for what it has promised and doesn't send. */
    private List<Callable<List<String>>> attacks(long seed) {
        return routes().map(route -> attack(route, seed ^ route.toString().hashCode())).toList();
    }

    private Callable<List<String>> attack(Route route, long seed) {
        return () -> {
            Random random = new Random(seed);
            List<String> broken = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                HostileRequests.Request request =
                        hostile.next(route.method(), route.path(), random);
                int status = hostile.status(request);
                if (status >= 500) {
                    broken.add(status + " for " + request);
                }
            }
            return broken;
        };
    }

    @Test
    void knowsEveryForm() {
        assertThat(routes().filter(route -> route.method() == HttpMethod.POST))
                .hasSizeGreaterThan(30);
    }

    /** An address with a method, its variables still in braces. */
    private record Route(HttpMethod method, String path) {}

    private Stream<Route> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(HostileBytesModuleTests::routes)
                .sorted(java.util.Comparator.comparing(Route::toString));
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        boolean post =
                mapping.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.asHttpMethod() == HttpMethod.POST);
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(
                        pattern ->
                                new Route(
                                        post ? HttpMethod.POST : HttpMethod.GET,
                                        pattern.getPatternString()));
    }
}
