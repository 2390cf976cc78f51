package org.lfnkr.zabuton.staff;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.staff.views.View;
import org.lfnkr.zabuton.staff.views.Views;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Hands every page of the desk its menu. What stands in it is told by the handlers, see {@link
 * InMenu}.
 */
@ControllerAdvice
@Order(0) // before the page's shell, which answers nothing and so ends the making of the model
class DeskShell {

    private static final String LANGUAGE = "/{lang:en|ja}";

    private final SingletonSupplier<List<Route>> routes;
    private final Accounts accounts;
    private final Views views;

    DeskShell(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> handlers,
            Accounts accounts,
            Views views) {
        this.accounts = accounts;
        this.views = views;
        this.routes = SingletonSupplier.of(() -> routes(handlers.getObject()));
    }

    /** A handler that shows a page. */
    private record Route(String path, HandlerMethod handler) {

        Optional<DeskMenu.Page> page() {
            return Optional.ofNullable(handler.getMethodAnnotation(InMenu.class))
                    .map(it -> new DeskMenu.Page(it.value(), it.place(), path, it.title()));
        }
    }

    /** Nothing away from the desk. */
    @ModelAttribute
    void desk(
            @RequestAttribute(name = DeskDoor.STAFF, required = false)
                    @Nullable Authentication staff,
            Model model) {
        if (staff != null) {
            model.addAttribute("desk", of(staff));
            model.addAttribute("masthead", "staff/desk");
            model.addAttribute("colophon", "staff/desk");
            model.addAttribute("spareWay", isSpare(staff));
            model.addAttribute("staffNames", accounts.names().onErrorReturn(Map.of()));
            model.addAttribute("savedViews", saved(staff));
        }
    }

    /** Read when the page is written. */
    private Mono<List<View>> saved(Authentication staff) {
        return views.of(UUID.fromString(staff.getName())).collectList().onErrorReturn(List.of());
    }

    private static boolean isSpare(Authentication staff) {
        return staff.getPrincipal() instanceof StaffSession session && session.spare();
    }

    private DeskMenu of(Authentication staff) {
        List<Route> open =
                routes.obtain().stream()
                        .filter(route -> DeskDoor.opens(route.handler(), staff))
                        .toList();
        return DeskMenu.of(
                open.stream().flatMap(route -> route.page().stream()).toList(),
                open.stream().map(Route::path).collect(toSet()),
                rights(staff));
    }

    /** Read once: the framework copies its whole table for everybody who asks for it. */
    private static List<Route> routes(RequestMappingHandlerMapping handlers) {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(route -> isPage(route.getKey()))
                .flatMap(route -> routes(route.getKey(), route.getValue()))
                .toList();
    }

    private static boolean isPage(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static Stream<Route> routes(RequestMappingInfo route, HandlerMethod handler) {
        return route.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(path -> path.startsWith(LANGUAGE))
                .map(path -> new Route(path.substring(LANGUAGE.length()), handler));
    }

    private static Set<String> rights(Authentication staff) {
        return staff.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
