package gov.mt.opi.aim.chassis.rest;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the items of the page
 * @param page number of the page, from 0
 * @param size most items of a page
 * @param total items of all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The page of a list that is wholly in memory. */
    public static <T> Page<T> of(List<T> all, PageRequest request) {
        int from = (int) Math.min(all.size(), request.offset());
        int to = Math.min(all.size(), from + request.size());
        return new Page<>(List.copyOf(all.subList(from, to)), request.page(), request.size(), all.size());
    }
}
