"""Rows that no tool answers: other intents of the assistants, questions, and small talk, labelled by family.

The family comes from the source's own intent (rule from gold), or from the sets that are questions beyond any tool
(BFCL irrelevance, MetaTool, SelfAware). Two filters, because a to-do app would rightly take such sentences: a bare
imperative for something a person does ("clean the hall", "email Sam", "book the dentist") is left out whatever its
intent, and so is anything that names a list, a reminder, an alarm, a calendar or a task.
"""

from __future__ import annotations

import re
from pathlib import Path

from .common import Report, clean, read_jsonl

# the words of a to-do app: whatever the intent, such a sentence may be a command to it
OURS = re.compile(r"\b(?:remind\w*|lists?|tasks?|to-?do'?s?|calendar|schedule[ds]?|scheduling|agenda|appointments?|meetings?|alarms?|events?|don't let me|dont let me|remember|forget|note|notes|notify|alert|deadline|plan|plans|planned|timer|birthdays?|"
                  r"i (?:need|have|want|must|should|ought|gotta|got) to|i've got to|i'll|let me know when|undo|cancel|delete|remove|rename|priority|overdue|chores?|errands?)\b", re.I)
ASKING = re.compile(r"^(?:hey |hi |hello |ok |okay |so |and |well |please |siri |olly |alexa |google |[a-z]+, )*(?:what|what's|whats|who|who's|whos|whose|where|where's|when|when's|why|which|how|how's|hows|is|are|was|were|am|do|does|did|will|would|should|could|can|has|have|may|"
                    r"tell me|explain|give me (?:the|some|a|an|information|today|current|latest)|show me|i(?:'d| would) like to know|i want to know|i need to know|let me know|any|name|define|translate|calculate|solve|compute|find out|describe|play|sing|turn (?:up|down) the (?:volume|music|brightness)|"
                    r"dim|brighten|mute|unmute|volume|lower the|raise the|increase|decrease|skip|next song|shuffle|convert|flip|roll|rate|what)\b", re.I)
DO_FOR_ME = re.compile(r"^(?:hey |hi |please |siri |olly |alexa )*(?:can|could|will|would|may) (?:you|i|we) (?:please |kindly |also |just )?(?!tell|explain|recommend|suggest|show|give|help|play|describe|say|define|translate|convert|calculate|find out|provide|let|sing|turn|dim|look|check|speak|change|use|name|see|search|read|access|really|get|be|eat|drink|still|bring|make)", re.I)

# intent -> family, for the assistants' intents; what is not here is left out
HWU = {"weather/query": "weather", "music/query": "media", "play/music": "media", "play/radio": "media", "play/podcasts": "media",
       "play/audiobook": "media", "play/game": "fun", "music/likeness": None, "iot/hue_lightchange": "device", "iot/hue_lightdim": "device",
       "iot/hue_lightup": "device", "audio/volume_up": "device", "audio/volume_down": "device", "audio/volume_mute": "device",
       "qa/currency": "money", "qa/stock": "money", "qa/definition": "web", "qa/factoid": "web", "qa/maths": "write", "news/query": "news",
       "transport/query": "travel", "transport/traffic": "travel", "takeaway/query": "web", "cooking/recipe": "web",
       "recommendation/events": "web", "recommendation/locations": "web", "recommendation/movies": "web", "datetime/query": "clock",
       "datetime/convert": "clock", "general/joke": "fun", "email/query": "message", "email/querycontact": "message",
       "social/query": "message"}
CLINC = {"weather": "weather", "play_music": "media", "next_song": "media", "what_song": "media", "time": "clock", "date": "clock",
         "timezone": "clock", "next_holiday": "clock", "definition": "web", "fun_fact": "fun", "tell_joke": "fun", "flip_coin": "fun",
         "roll_dice": "fun", "meaning_of_life": "opinion", "what_are_your_hobbies": "opinion", "do_you_have_pets": "opinion",
         "where_are_you_from": "identity", "what_is_your_name": "identity", "are_you_a_bot": "identity", "how_old_are_you": "identity",
         "who_made_you": "identity", "who_do_you_work_for": "identity", "what_can_i_ask_you": "abilities", "greeting": "greeting",
         "goodbye": "bye", "thank_you": "thanks", "translate": "write", "spelling": "write", "calculator": "write",
         "measurement_conversion": "write", "exchange_rate": "money", "balance": "money", "bill_balance": "money", "credit_score": "money",
         "interest_rate": "money", "transactions": "money", "spending_history": "money", "income": "money", "apr": "money",
         "flight_status": "travel", "directions": "travel", "distance": "travel", "traffic": "travel", "travel_suggestion": "travel",
         "current_location": "travel", "recipe": "web", "nutrition_info": "web", "calories": "web", "ingredient_substitution": "web",
         "restaurant_reviews": "web", "restaurant_suggestion": "web", "food_last": "web", "cook_time": "web", "change_volume": "setting",
         "change_speed": "setting", "change_accent": "setting", "change_language": "setting", "whisper_mode": "setting",
         "how_busy": "web", "gas_type": "web", "tire_pressure": "web", "mpg": "web", "jump_start": "advice", "oil_change_how": "advice",
         "improve_credit_score": "advice", "plug_type": "web", "carry_on": "travel", "international_visa": "travel", "oos": "other"}
SNIPS = {"GetWeather": "weather", "PlayMusic": "media", "AddToPlaylist": "media", "SearchCreativeWork": "media",
         "SearchScreeningEvent": "web"}
# MetaTool's tools whose queries are clearly one family
METATOOL = {"WeatherTool": "weather", "airqualityforeast": "weather", "MusicTool": "media", "MediaTool": "media", "NewsTool": "news",
            "FinanceTool": "money", "CurrencyTool": "money", "ExchangeTool": "money", "TripTool": "travel", "TripAdviceTool": "travel",
            "JobTool": "web", "HousePurchasingTool": "web", "RestaurantBookingTool": None, "Sudoku": "fun", "PhilosophyTool": "advice"}

ENOUGH = {"weather": 110, "media": 100, "money": 90, "web": 130, "news": 60, "clock": 80, "device": 70, "travel": 90, "fun": 70, "write": 80,
          "message": 50, "setting": 40, "advice": 50, "opinion": 50, "identity": 80, "abilities": 40, "greeting": 40, "how-are-you": 25, "bye": 40,
          "thanks": 40, "other": 110}


def todo_like(text: str) -> bool:
    """Whether a to-do app might rightly take this sentence as a command."""
    return bool(OURS.search(text)) or not ASKING.search(text) or bool(DO_FOR_ME.search(text)) or len(text.split()) > 28


def family(source: str, label: str, text: str) -> str | None:
    if source == "schuster":
        return "weather"
    if source in ("hwu64", "slurp"):
        return HWU.get(label)
    if source == "clinc150":
        return CLINC.get(label)
    return SNIPS.get(label) if source == "snips" else label


SMALL_TALK = {"greeting", "how-are-you", "bye", "thanks", "identity", "abilities", "opinion"}


def keep(source: str, label: str, text: str) -> str | None:
    """The family of a sentence that may serve as a negative, or None."""
    found = family(source, label, text)
    if found is None:
        return None
    if found == "greeting" and re.search(r"\bhow\b", text, re.I):
        found = "how-are-you"
    if found in SMALL_TALK:
        return None if re.search(r"\b(?:remind|list|task|calendar|alarm|meeting)", text, re.I) else found
    if found == "media" and source == "snips" and label == "AddToPlaylist" and not re.search(r"\bplaylist\b", text, re.I):
        return None
    if found == "media" and re.match(r"(?:add|put) .*playlist", text, re.I):
        return None if re.search(r"\b(?:list|task)s?\b", text, re.I) else found
    if todo_like(text):
        return None
    if found == "other" and not re.match(r"(?:what|who|where|when|why|which|how|is|are|was|does|did|do)\b", text, re.I):
        return None
    if found == "weather" and not re.search(r"weather|rain|snow|sun|temperature|hot|cold|forecast|umbrella|wind|storm|humid|degrees|cloud|jacket|coat|warm|cool|hail|fog|chill|freez|tornado|hurricane|wet|dry", text, re.I):
        return None
    return found


def extra(data: Path, report: Report):
    """(source, text, label) of the sets that hold nothing else."""
    src = data / "sources"
    for r in read_jsonl(src / "snips.jsonl"):
        yield "snips", clean(r["text"]), r["intent"]
    for r in read_jsonl(src / "banking77.jsonl"):
        yield "banking77", clean(r["text"]), "money"
    for r in read_jsonl(src / "bfcl_irrelevance.jsonl"):
        text = clean(r["text"])
        maths = re.search(r"\b(?:calculate|solve|area|integral|derivative|equation|square root|convert|prime|factorial|translate)\b", text, re.I)
        yield "bfcl", text, "weather" if re.search(r"\bweather\b", text, re.I) else "write" if maths else "web"
    for r in read_jsonl(src / "metatool.jsonl"):
        if r["tool"] in METATOOL:
            yield "metatool", clean(r["text"]), METATOOL[r["tool"]]
    for r in read_jsonl(src / "selfaware.jsonl"):
        yield "selfaware", clean(r["question"]), "web" if r["answerable"] else "opinion_question"
