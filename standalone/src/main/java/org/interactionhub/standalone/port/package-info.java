/**
 * The TCP ports of this machine: which are free, and who holds the others.
 */
@NullMarked
package org.interactionhub.standalone.port;

import org.jspecify.annotations.NullMarked;
