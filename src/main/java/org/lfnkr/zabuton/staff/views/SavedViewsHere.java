package org.lfnkr.zabuton.staff.views;

import org.springframework.stereotype.Component;

import java.util.List;

/** Picks for a page what somebody has saved of it. */
@Component
class SavedViewsHere {

    /**
     * @param path of the list, behind the language
     */
    public List<View> at(List<View> all, String path) {
        return all.stream().filter(view -> view.path().equals(path)).toList();
    }
}
