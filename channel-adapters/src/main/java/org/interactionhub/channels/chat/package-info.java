/** Chats and messengers: what their webhooks post. */
@NullMarked
package org.interactionhub.channels.chat;

import org.jspecify.annotations.NullMarked;
