package org.lfnkr.zabuton.staff;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the reader of a page of the desk may open and do, for its menu and its forms.
 *
 * @param paths of pages, behind the language
 * @param rights by their names
 * @param pages of the menu, in its order
 */
record DeskMenu(Set<String> paths, Set<String> rights, List<Page> pages) {

    /**
     * A page of the menu.
     *
     * @param path behind the language
     * @param title a message's key
     */
    record Page(DeskEntry entry, int place, String path, String title) {

        /** Whether a page is this one, or stands below it; below the first page stand all. */
        private boolean leadsTo(String page) {
            return page.equals(path) || entry != DeskEntry.TODAY && page.startsWith(path + "/");
        }
    }

    /** An entry with those of its pages that the reader may open, at least one. */
    record Entry(DeskEntry entry, List<Page> pages) {

        public String path() {
            return pages.getFirst().path();
        }

        public String title() {
            return "staff.entry." + entry;
        }

        public boolean has(@Nullable Page page) {
            return page != null && page.entry() == entry;
        }
    }

    static DeskMenu of(Collection<Page> pages, Set<String> paths, Set<String> rights) {
        List<Page> sorted = new ArrayList<>(pages);
        sorted.removeIf(page -> !paths.contains(page.path()));
        sorted.sort(
                comparing(Page::entry)
                        .thenComparing(comparingInt(Page::place))
                        .thenComparing(Page::path));
        return new DeskMenu(Set.copyOf(paths), Set.copyOf(rights), List.copyOf(sorted));
    }

    public boolean opens(String path) {
        return paths.contains(path);
    }

    /** Whether a page may offer its reader an act. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** Those of which the reader may open something. */
    public List<Entry> entries() {
        return Arrays.stream(DeskEntry.values())
                .map(this::entry)
                .filter(entry -> !entry.pages().isEmpty())
                .toList();
    }

    private Entry entry(DeskEntry entry) {
        return new Entry(entry, pages.stream().filter(page -> page.entry() == entry).toList());
    }

    /**
     * The page of the menu on which, or below which, the reader is; null on none.
     *
     * @param path behind the language
     */
    public @Nullable Page page(String path) {
        return pages.stream()
                .filter(page -> page.leadsTo(path))
                .max(comparingInt(page -> page.path().length()))
                .orElse(null);
    }

    /** The pages of the entry under which that one stands, itself included. */
    public List<Page> beside(String path) {
        Page page = page(path);
        return page == null ? List.of() : entry(page.entry()).pages();
    }
}
