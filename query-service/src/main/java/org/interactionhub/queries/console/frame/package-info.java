/**
 * What all pages share: the frame around them, who reads them, in which words, and where things stand.
 */
@NullMarked
package org.interactionhub.queries.console.frame;

import org.jspecify.annotations.NullMarked;
