/**
 * What a user would take instead of the hub's store, from its own package, told the same contacts.
 */
@NullMarked
package org.interactionhub.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
