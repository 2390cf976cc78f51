package org.lfnkr.zabuton.storefront;

import org.lfnkr.zabuton.kernel.Language;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A sitemap (sitemaps.org, version 0.9) in which every page stands once in each language and names
 * the other, as Google asks of sites in several languages. No input or output.
 */
final class SiteMap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final URI origin;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private SiteMap(URI origin) throws XMLStreamException {
        this.origin = origin;
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    /**
     * @param origin of the shop
     * @param paths behind the language, each with its slash; empty for the home page
     */
    static String of(URI origin, List<String> paths) {
        try {
            return new SiteMap(origin).written(paths);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(List<String> paths) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xhtml", XHTML);
        for (String path : paths) {
            for (Language language : Language.values()) {
                page(path, language);
            }
        }
        xml.writeEndDocument();
        xml.flush();
        return text.toString();
    }

    private void page(String path, Language language) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(address(path, language));
        xml.writeEndElement();
        for (Language other : Language.values()) {
            alternate(other.tag(), address(path, other));
        }
        alternate("x-default", address(path, Language.EN));
        xml.writeEndElement();
    }

    private void alternate(String language, String address) throws XMLStreamException {
        xml.writeEmptyElement("xhtml:link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", language);
        xml.writeAttribute("href", address);
    }

    private String address(String path, Language language) {
        return origin + "/" + language.tag() + path;
    }
}
