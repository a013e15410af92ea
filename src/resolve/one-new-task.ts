const maxLength = 300;

/** What asks for something other than a new task. Rather too many: only where it is plain does a reading help. */
const otherCommands =
  /^(?:please |pls |can you |could you )?(?:delete|remove|complete|finish(?:ed)?|done|mark|tick|check off|reopen|move|push|postpone|reschedule|rename|change|update|make it|set|show|list|find|search|what|when|where|who|which|how|did|do i|is|are|am|summari[sz]e|pick|suggest|undo|redo|never ?mind|roll back|take back|cancel|clear|export|help|create (?:a )?(?:new )?list|empty|forget|tag|hello|hi|hey|thanks?|thank you|no|yes)\b/i;

/** A second thing to do begins: "and post the letter", "then show …", or a series. */
const secondThing =
  /[\n;?]|,\s*\S+.*,|\bthen\b|\band (?:add|buy|call|post|send|book|pay|show|delete|remove|mark|move|remind|write|email|text|clean|make|ask|tell|get me)\b/i;

/** Whether the sentence plainly asks for one new task, so that its reading by rules can be shown. */
export function isOneNewTask(text: string): boolean {
  const said = text.trim();
  return said !== '' && said.length <= maxLength && !otherCommands.test(said) && !secondThing.test(said);
}
