/**
 * What the command side publishes about itself in SQL views: dead letters, the balance of each account, how intake fares.
 * Read only, and absent as long as the command side has not published it.
 */
@NullMarked
package org.interactionhub.queries.intake;

import org.jspecify.annotations.NullMarked;
