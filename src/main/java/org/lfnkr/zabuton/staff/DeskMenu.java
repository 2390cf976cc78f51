package org.lfnkr.zabuton.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import java.util.Objects;
import java.util.Set;

/** Hands every page of the desk what its reader may open and do, for its menu and its forms. */
@ControllerAdvice
@Order(0) // before the page's shell, which answers nothing and so ends the making of the model
class DeskMenu {

    private static final String LANGUAGE = "/{lang:en|ja}";

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    DeskMenu(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /**
     * @param paths of pages, behind the language
     * @param rights by their names
     */
    record Desk(Set<String> paths, Set<String> rights) {

        public boolean opens(String path) {
            return paths.contains(path);
        }

        /** Whether a page may offer its reader an act. */
        public boolean may(String right) {
            return rights.contains(right);
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
        }
    }

    private Desk of(Authentication staff) {
        return new Desk(
                handlers.getObject().getHandlerMethods().entrySet().stream()
                        .filter(route -> isPage(route.getKey()))
                        .filter(route -> DeskDoor.opens(route.getValue(), staff))
                        .flatMap(
                                route ->
                                        route
                                                .getKey()
                                                .getPatternsCondition()
                                                .getPatterns()
                                                .stream())
                        .map(PathPattern::getPatternString)
                        .filter(path -> path.startsWith(LANGUAGE))
                        .map(path -> path.substring(LANGUAGE.length()))
                        .collect(toUnmodifiableSet()),
                staff.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .collect(toUnmodifiableSet()));
    }

    private static boolean isPage(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }
}
