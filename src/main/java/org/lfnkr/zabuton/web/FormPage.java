package org.lfnkr.zabuton.web;

/**
 * The page that holds a form whose address lies elsewhere. Declared as a bean by the module that
 * owns both; any other form is on the nearest page above its address.
 *
 * @param form pattern of the address that takes the form, with {@code /{lang}}
 * @param page pattern of the page, with the same variables
 */
public record FormPage(String form, String page) {}
