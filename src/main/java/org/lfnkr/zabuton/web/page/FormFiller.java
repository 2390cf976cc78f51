package org.lfnkr.zabuton.web.page;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.Retyped;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes over every page as it is written: tells each form by which page it is shown, and fills the
 * one that comes back ({@link Retyped}) with what was typed, whatever template it stands in. Hidden
 * fields keep the page's own values. Thymeleaf makes one for each page.
 */
public final class FormFiller extends AbstractTemplateHandler {

    private static final Set<String> CHOICES = Set.of("radio", "checkbox");
    private static final Set<String> UNTOUCHED = Set.of("hidden", "submit", "button", "password");

    private @Nullable Retyped filling;
    private String select = "";
    private boolean skipsText;

    /** Called by Thymeleaf. */
    public FormFiller() {}

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "form" -> openForm(tag);
            case "textarea" -> openArea(tag);
            case "select" -> {
                select = attribute(tag, "name");
                super.handleOpenElement(tag);
            }
            case "option" -> super.handleOpenElement(chosen(tag, select, "selected"));
            default -> super.handleOpenElement(tag);
        }
    }

    private void openForm(IOpenElementTag tag) {
        super.handleOpenElement(tag);
        if (attribute(tag, "method").equals("post")) {
            tellPage();
            filling = retyped(attribute(tag, "action"), attribute(tag, "id"));
        }
    }

    private void tellPage() {
        if (getContext().getVariable("location") instanceof PageLocation here) {
            Map<String, String> field = new LinkedHashMap<>();
            field.put("type", "hidden");
            field.put("name", PageFinder.FIELD);
            field.put("value", HtmlEscape.escapeHtml4Xml(here.here()));
            super.handleStandaloneElement(
                    factory()
                            .createStandaloneElementTag(
                                    "input", field, AttributeValueQuotes.DOUBLE, false, false));
        }
    }

    private @Nullable Retyped retyped(String action, String id) {
        return getContext().getVariable(Retyped.NAME) instanceof Retyped form && form.is(action, id)
                ? form
                : null;
    }

    private void openArea(IOpenElementTag tag) {
        super.handleOpenElement(tag);
        String typed = typed(attribute(tag, "name"));
        if (typed != null) {
            super.handleText(factory().createText(HtmlEscape.escapeHtml4Xml(typed)));
            skipsText = true;
        }
    }

    @Override
    public void handleText(IText text) {
        if (!skipsText) {
            super.handleText(text);
        }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "form" -> filling = null;
            case "textarea" -> skipsText = false;
            default -> {}
        }
        super.handleCloseElement(tag);
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        super.handleStandaloneElement(
                tag.getElementCompleteName().equals("input") ? filled(tag) : tag);
    }

    private IStandaloneElementTag filled(IStandaloneElementTag tag) {
        String type = attribute(tag, "type");
        String name = attribute(tag, "name");
        if (CHOICES.contains(type)) {
            return chosen(tag, name, "checked");
        }
        String typed = typed(name);
        return typed == null || UNTOUCHED.contains(type)
                ? tag
                : factory().setAttribute(tag, "value", HtmlEscape.escapeHtml4Xml(typed));
    }

    private <T extends IProcessableElementTag> T chosen(T tag, String name, String mark) {
        if (filling == null || name.isEmpty()) {
            return tag;
        }
        String value = HtmlEscape.unescapeHtml(attribute(tag, "value"));
        T plain = factory().removeAttribute(tag, mark);
        return filling.typed().getOrDefault(name, List.of()).contains(value)
                ? factory().setAttribute(plain, mark, mark)
                : plain;
    }

    private @Nullable String typed(String name) {
        return filling == null ? null : filling.typed().getFirst(name);
    }

    private IModelFactory factory() {
        return getContext().getModelFactory();
    }

    private static String attribute(IProcessableElementTag tag, String name) {
        String value = tag.getAttributeValue(name);
        return value == null ? "" : value;
    }
}
