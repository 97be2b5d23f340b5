/**
 * The data directory: where everything lies that the hub must not lose, and who may use it at a time.
 */
@NullMarked
package org.interactionhub.standalone.datadir;

import org.jspecify.annotations.NullMarked;
