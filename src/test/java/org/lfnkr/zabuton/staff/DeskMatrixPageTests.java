package org.lfnkr.zabuton.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.desk.Role.ADMIN;
import static org.lfnkr.zabuton.desk.Role.APPROVER;
import static org.lfnkr.zabuton.desk.Role.EDITOR;
import static org.lfnkr.zabuton.desk.Role.FINANCE;
import static org.lfnkr.zabuton.desk.Role.FULFILMENT;
import static org.lfnkr.zabuton.desk.Role.SHOP;
import static org.lfnkr.zabuton.desk.Role.VIEWER;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every route of the desk against every role, from the application's own routes. */
@ModuleTest
class DeskMatrixPageTests {

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    /** Who may do what. A route that stands here and not in the application is stale. */
    private static final Map<String, Set<Role>> MATRIX =
            Map.ofEntries(
                    entry("GET /desk", ALL),
                    entry("GET /desk/books", Set.of(VIEWER, FINANCE, APPROVER, ADMIN)),
                    entry("GET /desk/gates", Set.of(SHOP, FINANCE, ADMIN)),
                    entry("POST /desk/gates/{gate}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/mails", Set.of(SHOP, EDITOR, ADMIN)),
                    entry("POST /desk/mails/{letter}", Set.of(SHOP, ADMIN)),
                    entry("GET /desk/parcels", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("GET /desk/parcels/{order}", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/parcels/{order}", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/rest", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/{parcel}/returns", Set.of(SHOP, FULFILMENT)),
                    entry("POST /desk/parcels/{order}/{parcel}/tracking", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/payments", Set.of(VIEWER, FINANCE, ADMIN)),
                    entry("POST /desk/payments", Set.of(FINANCE, ADMIN)),
                    entry("GET /desk/pieces", Set.of(VIEWER, SHOP, FULFILMENT, FINANCE)),
                    entry("POST /desk/pieces", Set.of(SHOP, FULFILMENT)),
                    entry("GET /desk/thanks", Set.of(SHOP)),
                    entry("POST /desk/thanks/{name}", Set.of(SHOP)),
                    entry("GET /desk/work", Set.of(SHOP, FINANCE, ADMIN)),
                    entry("POST /desk/work", Set.of(SHOP, FINANCE, ADMIN)));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRouteOpensForTheRolesOnTheListAndNoneIsUnlisted() {
        assertThat(new TreeMap<>(opening())).isEqualTo(new TreeMap<>(MATRIX));
    }

    @Test
    void whoGivesOutRolesSeesNoNameWhateverElseTheyAre() {
        Set<Role> everything = EnumSet.complementOf(EnumSet.of(APPROVER));

        assertThat(Role.rightsOf(everything)).isNotEmpty();
        assertThat(MATRIX.entrySet())
                .filteredOn(route -> route.getKey().contains("/desk/thanks"))
                .hasSize(2)
                .allSatisfy(route -> assertThat(opens(route.getKey(), everything)).isFalse());
    }

    private boolean opens(String route, Set<Role> roles) {
        return routes().filter(it -> name(it).equals(route))
                .allMatch(it -> opens(it.getValue(), roles));
    }

    /** The application's routes below the desk, each with the roles that open it alone. */
    private Map<String, Set<Role>> opening() {
        return routes().collect(toMap(DeskMatrixPageTests::name, it -> opening(it.getValue())));
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> name(it).contains("/desk"));
    }

    private static Set<Role> opening(HandlerMethod handler) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        ALL.stream().filter(role -> opens(handler, Set.of(role))).forEach(roles::add);
        return roles;
    }

    private static boolean opens(HandlerMethod handler, Set<Role> roles) {
        return DeskDoor.needs(handler).filter(Role.rightsOf(roles)::contains).isPresent();
    }

    private static String name(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        RequestMappingInfo info = route.getKey();
        String path =
                info.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> pattern.getPatternString())
                        .findFirst()
                        .orElse("");
        return info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .findFirst()
                        .orElse("*")
                + " "
                + path.replace("/{lang:en|ja}", "");
    }
}
