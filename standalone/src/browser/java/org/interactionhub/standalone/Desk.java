package org.interactionhub.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody at the page of a client who never touches the mouse. */
final class Desk {

    private final Page page;

    Desk(Page page) {
        this.page = page;
    }

    /** Opens what is said by this button, and waits until it can be typed. */
    Desk opens(Locator button) {
        button.focus();
        page.keyboard().press("Enter");
        page.waitForSelector("dialog[open]");
        return this;
    }

    /** Opens one of the forms of the client as such. */
    Desk opens(String form) {
        return opens(page.locator(".client-acts [data-say=" + form + "]"));
    }

    /** Waits until one of the forms is open, however it came to be. */
    Desk isAsked(String form) {
        page.waitForSelector("#say-" + form + "[open]");
        return this;
    }

    /** Types over what the field that has the focus offers. */
    Desk types(String words) {
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type(words);
        return this;
    }

    /** Goes on to another field of the open form. */
    Desk in(String field) {
        page.locator("dialog[open] [name=" + field + "]").first().focus();
        return this;
    }

    /** Saves by one key; the form is gone then. */
    void saves() {
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    void leaves() {
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    Locator hasFocus() {
        return page.locator(":focus");
    }
}
