package org.lfnkr.zabuton.storefront.posters;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.PageAttribute;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Gives every page a poster; a product's page puts its own in the place of it. */
@Component
class PosterOfPage implements PageAttribute {

    private final Posters posters;

    PosterOfPage(Posters posters) {
        this.posters = posters;
    }

    @Override
    public String name() {
        return "poster";
    }

    @Override
    public Object value(ServerHttpRequest request) {
        String[] path = request.getPath().pathWithinApplication().value().split("/", -1);
        Language language = Language.of(path.length > 1 ? path[1] : "").orElse(Language.EN);
        boolean give = path.length > 2 && path[2].equals("give");
        return posters.of(give ? PagePoster.GIVE : PagePoster.HOME, language);
    }
}
