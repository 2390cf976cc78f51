package org.lfnkr.zabuton.shipping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All towns of Japan in memory, about ten megabytes. */
final class PostalDirectory {

    private final int[] codes;
    private final List<PostalTown> towns;
    private final Map<String, PostalTown> buildings;

    /**
     * @param codes the code of each town, rising; a code that spans towns stands there for each
     * @param buildings the address of every code that begins with these five digits
     */
    PostalDirectory(int[] codes, List<PostalTown> towns, Map<String, PostalTown> buildings) {
        this.codes = codes.clone();
        this.towns = List.copyOf(towns);
        this.buildings = Map.copyOf(buildings);
    }

    List<PostalTown> towns(PostalCode code) {
        int number = Integer.parseInt(code.digits());
        int somewhere = Arrays.binarySearch(codes, number);
        return somewhere < 0 ? building(code) : towns.subList(first(somewhere), end(somewhere));
    }

    private int first(int index) {
        int first = index;
        while (first > 0 && codes[first - 1] == codes[index]) {
            first--;
        }
        return first;
    }

    private int end(int index) {
        int end = index;
        while (end < codes.length && codes[end] == codes[index]) {
            end++;
        }
        return end;
    }

    private List<PostalTown> building(PostalCode code) {
        PostalTown building = buildings.get(code.digits().substring(0, 5));
        return building == null ? List.of() : List.of(building);
    }
}
