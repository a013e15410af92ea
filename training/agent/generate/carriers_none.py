"""Sentences no tool answers: small talk, what lies beyond the tools, and what needs a question back first.

`final` names the phrases of finals.py. A slot here is an inventory of titles.py and copies nothing;
ASK alone uses the slots of slots.py.
"""

from .core import carriers

TALK = carriers(r"""
3* (i|we|my {family}) (aced|passed|sailed through|scraped through) (the|my|his|her|our) (theory test|finals|bar exam|audition|maths mock|grade five|probation|citizenship test|swimming badge)( today| yesterday| at last|)(!|!!|!!!|) => final=nice
3* (i|we|our team|my {family}|{name}) (won|came second in|finished|survived|got through) (the|our|a) (half marathon|pub quiz|raffle|race|bake off|cup final|spelling bee|egg and spoon race|triathlon)( today| yesterday| last night|)(!|!!|!!!|) => final=nice
3* (guess what|good news|omg|so happy|woo|yes), (i got promoted|she said yes|we got the house|i got in|the baby's here|my visa came through|{name} is pregnant|we're moving to {city}|i got a pay rise|the scan was fine)(!|!!|) => final=nice
2* ({name} and i|we|my {family} and i) (got engaged|got the keys|are having a baby|adopted a puppy|had a lovely time in {city}|are back together)(!|!!|) => final=nice
2* (what a match|best holiday ever|it's so sunny today|i love my new job|the cake turned out great|dinner was delicious|my cat had kittens|snow day|payday at last|i slept so well|my team won|the concert was amazing)(!|!!|) => final=nice
3* (my|our|the) (neighbour|flatmate|boss|landlord|brother|upstairs neighbour|{family}) (keeps shouting|is driving me mad|never listens|plays the drums all night|is so annoying|won't stop singing|is in a mood again|snores like a train)( today| again|) => final=lot
3* (the|this|our) (bus|train|wifi|lift|printer|kettle|queue|boss|traffic) (is late again|is so slow|never works|broke down again|is a nightmare|makes me so angry|drives me up the wall|is awful today) => final=lot
2* (ugh|argh|honestly|seriously|so annoyed)(,|) (it's raining again|everyone is late|they sent the wrong size|he forgot my birthday|{name} ignored me|my phone died|i missed the bus|they cancelled my train|the queue was endless|i spilt coffee on my shirt) => final=lot
2* (i feel|i'm feeling|i am) (so |a bit |really |)(sad|lonely|ill|fed up|down|anxious|grumpy|rough|miserable)( today| again| lately|) => final=lot
2* (i think|i reckon|i guess) (it's going to be a long week|{name} likes me|it's too hot|we'll win on saturday|my cat hates me|mondays are the worst|this town is too small) => final=okay
2* (my {family} says hi|{city} is lovely this time of year|i had pizza for lunch|it was nice out today|i'm on the train|i just woke up|i'm watching telly|we're at the pub|i'm in {city} now|the dog is asleep on my feet|it's cold in here|i like your name|the kids are finally asleep) => final=okay
3* (hi|hello|hey|hiya|hey there|hi there|yo|hello there|howdy|hey errand|hi errand|hello errand|heya|good day|g'day|sup|'sup|ello|hii|heyy|hello!|hi!|hey!|wotcha|namaste|hola|bonjour|salaam|how far|hi again|hello again|greetings) => final=hello,tell
1* (good morning|morning|morning!|good morning errand|gm|mornin|top of the morning|good morning to you) => final=morning,tell
1* (good evening|evening|evening all|good evening errand|good afternoon|afternoon) => final=evening,tell
3* (thanks|thank you|thank you!|thx|ty|cheers|ta|thanks a lot|thank you so much|many thanks|much appreciated|tysm|thanks mate|thanks errand|cheers mate|thank u|thanks!|nice one, thanks|brilliant, thank you|great, thanks|ok thanks|ok thank you|perfect thanks|lovely, ta|thanks a million|thank you very much|thanks for that|thanks for your help|appreciate it|God bless you|thanks dear|well done, thank you|dhanyavaad|merci|gracias) => final=welcome
2* (bye|goodbye|see you|see ya|see you later|bye bye|later|laters|cya|ttyl|talk later|catch you later|cheerio|ciao|bye for now|that's all|that's all for now|that's it for today|i'm off|i'm done for today|signing off|have a nice day|take care) => final=bye
1* (good night|goodnight|night|night night|nighty night|gn|off to bed|i'm going to bed|good night errand) => final=night
2* (how are you|how are you?|how's it going|how are things|how's things|how do you do|you ok?|you alright?|all good?|how are you doing today|how have you been|hows you|what's up|whats up|wassup|how's your day|how is your day going?|how you dey|how body|are you well) => final=fine,tell
3* (who are you|who are you?|what are you|what are you?|what is this|what is this app|what is errand|what's your name|what's your name?|do you have a name|are you a robot|are you a bot?|are you human|are you real?|are you an ai|are you ai|are you chatgpt|are you alexa?|are you siri|who am i talking to|introduce yourself|tell me about yourself|what is errand for) => final=errand,model
1* (who made you|who built you|who created you|how do you work|how do you work?|what model are you|which model do you use|are you a language model|do you use gpt|what's under the hood|how were you trained|how big are you|how old are you|how old are you?|where do you live|where are you from|when were you made|who do you work for|who owns you) => final=errand,model
2* (is my data safe|where is my data|where is my data stored?|do you store my data|are you listening to me|do you spy on me|is this private|is this private?|who can see my tasks|do you send my data anywhere|do you share my data|is anything uploaded|do i need an account|do you work offline|does this work offline?|do you need the internet|can you work without internet|can other people read my list|is this encrypted|where are my tasks saved) => final=private
2* (give me an example|examples|any examples?|show me an example|an example please|for example?|like what?|can you give an example) => final=can,example
2* (good job|well done|nice|great|awesome|you're great|you're the best|i love you|love it|love this|perfect|brilliant|excellent|good bot|amazing|that's great|that was quick|you rock|wonderful|fantastic|superb|you're so helpful|very good|nice work|good one|impressive|spot on|exactly|lovely|sweet|you are doing great|correct|that's right|that's perfect) => final=glad
2* (ok|okay|k|kk|alright|all right|fine|sure|cool|right|got it|understood|i see|yep|yeah|yes|ok cool|hmm|hm|mm|ah ok|fair enough|no problem|sounds good|makes sense|will do|noted|roger|gotcha|okay then|oh okay|ah|oh|oh i see|👍|👌|ok good|righto|good) => final=okay
2* (you're useless|this is rubbish|you got that wrong|that's wrong|that's not right|wrong|you don't understand|you don't understand me|you suck|this doesn't work|this is annoying|that's not what i said|you're not listening|stupid|you idiot|not what i asked|you misunderstood|bad bot|terrible|hopeless|you are dumb|i hate this|it's not working|you keep getting it wrong|what a waste of time|ugh, no) => final=sorry,undo
1* (sorry|my bad|oops|whoops|apologies|sorry about that|i'm sorry|my mistake|oh sorry|sorry wrong window|wrong chat|ignore me|ignore that|sorry, ignore that) => final=worries
2* (i'm tired|i'm so tired|i'm stressed|i'm overwhelmed|there's so much to do|i have too much to do|i'm exhausted|i'm so behind|i feel overwhelmed|it's all too much|i can't cope|i'm having a bad day|what a day|today was awful|i'm swamped|so much to do so little time|i'm drowning in work|i feel like i never finish anything|long day|i'm worn out|i hate mondays|my head is spinning|too many things|i'm burnt out|stressed out|ugh|sigh|argh) => final=lot,next
1* (i'm happy|i'm so happy|i got the job!|we won!|i passed|i passed my exam|i'm in a good mood|it's my birthday|it's friday!|what a lovely day|best day ever|yay|woohoo|hooray|i did it|finally home|i'm on holiday!|we're engaged|it's a boy) => final=nice
1* (are you there|are you there?|hello?|anyone there|you there?|anybody home|test|testing|testing 1 2 3|is this thing on|can you hear me|can you hear me?|ping|still there?|are you awake|are you listening) => final=here,tell
2* (never mind|nevermind|nvm|forget it|no|nope|nah|no thanks|no thank you|not now|nothing|cancel|stop|leave it|don't worry|don't bother|it doesn't matter|doesn't matter|no need|forget i asked|maybe later|not today|skip it|no it's fine|it's ok|it's nothing|no worries) => final=okay,unchanged talk=never
1* (do you like (music|pizza|me|football|{city}|dogs|your job|coffee)(?|)|what's your favourite (colour|film|song|food|animal)(?|)|what's your favorite (color|movie|food|book)(?|)|are you happy(?|)|do you have feelings(?|)|do you dream(?|)|do you get bored(?|)|are you single(?|)|what do you think of {name}(?|)|who do you support|do you believe in god(?|)|which is better, cats or dogs(?|)|do you love me(?|)|are you male or female(?|)|can you feel pain|who would win, a lion or a tiger|should pineapple go on pizza|what do you think about {media}(?|)|do you want to be my friend|will you marry me(?|)|do you sleep(?|)|what's your opinion on (tax|football|the government|brexit|crypto)(?|)|is {city} nice(?|)) => final=no_opinion
2* (tell me a joke|tell me another joke|make me laugh|say something funny|sing me a song|sing a song|tell me a story|tell me a bedtime story|let's play a game|play a game with me|let's play chess|rap for me|beatbox|flip a coin|roll a dice|roll two dice|pick a number between 1 and 10|rock paper scissors|tell me a riddle|tell me a fun fact|do an impression|knock knock|play 20 questions with me|entertain me|tell me something interesting|give me a quiz|quiz me on capitals|heads or tails(?|)|say a tongue twister|bark like a dog|can you rap(?|)|know any good jokes(?|)|got any jokes(?|)|do you know any riddles(?|)) => final=no_fun
""")

BEYOND = carriers(r"""
3* (can you|could you|please|pls|would you|) (look up|find out|check|google) (the opening (times|hours) of|the phone number (of|for)|the address (of|for)|the price of|reviews of|directions for|the menu (of|at)) ({place}|{shop}|{firm}|a {object}|the museum|the nearest pool|{trade})(?|) => final=no_web
2* (can you|could you|please|) (look up|find out|see|check) (how late {shop} is open|who owns {firm}|when {shop} opens|how much a {object} costs|how old {media} is|what {media} is about|whether {shop} sells a {object}|if {place} is open on sundays)(?|) => final=no_web
3* (can you|could you|please|) (check|see|find out) (if|whether) my (order|delivery|refund|package|passport application|new {object}) (has shipped|is here yet|has arrived|came|is on its way)(?|) => final=no_order
2* (has|did) my (order|delivery|package|{object}) (arrived|ship|come|arrive|get here)( yet|)(?|) => final=no_order
2* (can you|please|could you|) (sing|hum|whistle) (me |us |)(a lullaby|jingle bells|the national anthem|something|an old song|abba|a sea shanty) => final=no_fun
2* (can you |please |could you |)(do|give me) (a magic trick|a dance|a drum roll|an impression of {name}|your best pirate voice|a silly walk)(?|) => final=no_fun
4* (write|compose|make up|draft|come up with|give me|make me|write me|compose me) (a|a short|a funny|a four line) (sonnet|ode|rap|haiku|ballad|fairy tale|slogan|verse|rhyme|poem|story) (about|for|to) (a {object}|my {object}|{name}|a {pet}|{city}|{trade}|{petname}) => final=no_write
2* (invent|think up|make up|suggest) (a name for my {pet}|a plot for a novel|a slogan for {firm}|a rhyme for {object}|a password|a team name) => final=no_write
3* (how do i|how do you|how can i|how to) (center a button in css|merge two branches|revert a git commit|sort a list in java|install python|exit vim|vertically align text|write a regex|make a pivot table|unfreeze excel|loop over a dict|join two tables in sql)(?|) => final=no_web
2* (how do i|how do you|how can i) (get wine out of a carpet|poach an egg|whistle with two fingers|bleed a radiator|tie a bow tie|season a wok|unblock a sink|skin a tomato|sharpen a knife|fold a fitted sheet|grow a beard)(?|) => final=no_web
2* (can you|could you|please) (record my screen|take a picture of me|switch the camera on|print this out|turn my screen off|read my screen|open a new tab|mute the laptop|zoom the page|check my battery)(?|) => final=no_device
// weather
3* (what's|what is|how's|how is|whats) the weather( like|) (today|tomorrow|in {city}|in {city} today|this weekend|now|outside|tonight|on friday|like|)(?|) => final=no_weather
2* (will it|is it going to|is it gonna) (rain|snow|be sunny|be hot|be cold|be windy|be nice) (today|tomorrow|this weekend|tonight|in {city}|on saturday|later|this afternoon)(?|) => final=no_weather
1* (do i need|should i take|should i bring|will i need) (an umbrella|a coat|a jacket|sunscreen|a raincoat|wellies) (today|tomorrow|this weekend|tonight)(?|) => final=no_weather
1* (weather forecast|weather forecast for {city}|forecast for {city}|weather in {city}|weather today|weather tomorrow|how hot is it|how cold is it outside(?|)|what's the temperature( in {city}| outside|)(?|)|is it raining( in {city}|)(?|)|what's the forecast for the weekend(?|)|give me the weather|when is sunset(?|)|what time does the sun set( today|)(?|)|is there a storm coming(?|)|pollen count today|what's the uv index(?|)|how windy is it(?|)) => final=no_weather
// news and sports
3* (what's (in |)the news|any news( today|)|read me the news|give me the headlines|what's happening in the world|latest news|show me the news|top stories|news headlines|what's going on in {city}|any news from {city}|what happened in the election|who won the election|breaking news|tell me the latest on (the strike|brexit|the war|the storm|the elections)|what's trending|what's new in the world today) (please|today|)(?|) => final=no_news
3* (who won (the game|the match|last night|the football|the cricket|the world cup|the super bowl|the grand prix|wimbledon|the arsenal game|the derby|the toss|the oscar for best picture)|what was the score|what's the score|did (arsenal|chelsea|man united|liverpool|india|england|the lakers|nigeria|the yankees) win|when (do|does) (arsenal|chelsea|man united|liverpool|india|the lakers) play( next|)|how did (arsenal|spurs|the warriors) get on|premier league table|cricket score|ipl score|who's playing tonight|who is top of the league|what channel is the match on|how many goals has (haaland|messi|salah) scored)(?|) => final=no_news
// knowledge
3* (what is|what's|define|explain|tell me about) (photosynthesis|quantum physics|inflation|the capital of (France|Nigeria|Peru|Australia|Kenya)|the population of {city}|a black hole|the meaning of life|gdp|the speed of light|a mortgage|blockchain|machine learning|the boiling point of water|keto|the largest planet|the tallest mountain|the stock market|cholesterol|a haiku|an algorithm|the french revolution|the national anthem of india|relativity|osmosis|a sonnet|dark matter)(?|) => final=no_web
2* (who is|who's|who was) (the (president|prime minister|king|pope|mayor of {city}|ceo of apple)|Beyonce|Einstein|Wizkid|the best footballer ever|Ada Lovelace|Shah Rukh Khan|the author of {media}|the singer of this song|Fela Kuti|Nelson Mandela|Taylor Swift|Burna Boy)(?|) => final=no_web
2* (how (tall is (the eiffel tower|mount everest|Obama|the shard)|far is the moon|old is (the queen|the pope|Madonna|the universe)|many (people live in {city}|calories in a banana|countries are there|legs does a spider have|ounces in a pound|bones in the body)|long is (the nile|a marathon)|do (planes fly|magnets work|vaccines work|bees make honey|you make an omelette|you boil an egg|i tie a tie|i get a stain out|you cook rice)|does (a car engine|wifi|a fridge|electricity) work|big is {city}|deep is the ocean|much does (a passport|an iphone|a tesla|a flight to {city}) cost))(?|) => final=no_web
1* (why is the sky blue|why do cats purr|when did (the war end|the titanic sink|man land on the moon|{city} become a city)|when was {media} released|where is (Timbuktu|Lake Victoria|the Eiffel tower|Kazakhstan|{city})|where was {name} born|is {city} in Europe|is the earth flat|what does (lol|asap|serendipity|ubuntu|RSVP|schadenfreude) mean|what language do they speak in {city}|what's the difference between (a crocodile and an alligator|an ISA and a pension|jam and jelly)|which is bigger, {city} or {city}|who invented the (telephone|wheel|internet|light bulb)|what year did (world war two end|India become independent|Nigeria gain independence))(?|) => final=no_web
2* (google|search the web for|search online for|look up online|search the internet for|look on the internet for|find me online|bing|search google for) (cheap flights|pizza places near me|how to fix a tap|{media}|the opening hours of ikea|a recipe for pancakes|restaurants in {city}|{name}'s phone number|reviews of the new iphone|symptoms of flu|the lyrics to yesterday|flats to rent in {city}) => final=no_web
1* (find me|recommend me|recommend|can you find|can you recommend) (a recipe for (lasagne|jollof|chicken soup|banana bread|biryani)|a good (restaurant|film|book|podcast|hotel in {city}|pub|series|gift for a 5 year old)|restaurants near me|a nice place for dinner|the nearest (petrol station|atm|pharmacy|coffee shop|hospital)|some good movies|a plumber near me|things to do in {city}) => final=no_web
1* (where's the nearest|where is the closest|is there a) (petrol station|atm|cash machine|pharmacy|coffee shop|hospital|toilet|supermarket|bus stop)( near me| nearby| around here|)(?|) => final=no_web
1* (what time does|when does|is) (tesco|ikea|the post office|the bank|the library|walmart|the pharmacy) (close|open|open today|open on sundays|shut)(?|) => final=no_web
1* (what's the recipe for (lasagne|pancakes|jollof rice|guacamole)|how long do i (boil an egg|roast a chicken|cook rice) for|can i substitute butter for oil|what can i cook with (eggs and rice|leftover chicken|chickpeas)|what wine goes with fish)(?|) => final=no_web
1* (what's on (tv|telly|netflix|at the cinema)( tonight|)|what films are showing|when is {media} on|is {media} any good|what's {media} about|how many seasons of {media} are there|who plays the lead in {media})(?|) => final=no_web
// clock and calendar of the world
3* (what time is it|what's the time|what time is it in {city}|what's the date|what's the date today|what day is it|what day is it today|what's today's date|what year is it|when is (easter|christmas|diwali|eid|thanksgiving|ramadan|mother's day|the bank holiday)( this year|)|what day is (christmas|the 5th|new year's eve) (on|)|how many days until (christmas|easter|my birthday|summer)|time in {city}|how long till (christmas|summer)|is it a leap year|what time zone is {city}|do the clocks go back (tonight|this weekend)|what week number is it|current time)( please|)(?|) => final=no_clock
// alarms, timers
2* (set a timer for|start a timer for|timer for|timer) (10|ten|5|five|20|twenty|3|15|45) (minutes|mins|min) => final=no_alarm
1* (set|start|start me) a (10|ten|5|five|20|twenty|3|15|45) (minute|min) (timer|countdown) => final=no_alarm
1* (how long is left on the timer|stop the timer|pause the timer|snooze the timer|cancel the timer|start the stopwatch|how long left on my timer|reset the timer|start a stopwatch|stop the stopwatch|add five minutes to the timer|resume the timer|lap)(?|) => final=no_alarm
// devices
4* (turn|switch) (on|off) (the |my |all the |)(lights|bedroom light|kitchen lights|heating|tv|telly|fan|ac|oven light|coffee maker|radio|wifi|bluetooth|hallway lights|lamp|air conditioning|vacuum|sprinklers|geyser|generator|porch light|flashlight|torch|lights in the lounge)( please| now| for me|) => final=no_device
2* (dim the lights|make it warmer|set the thermostat to (20|21|68|19 degrees)|turn (up|down) the (heating|volume|brightness|tv|music)|lock the front door for me|lock all the doors now|open the garage door|close the blinds|open the curtains|start the (robot vacuum|dishwasher|washing machine)|volume (up|down)|mute|louder|quieter|turn it (up|down)|set the lights to blue|change the lights to red|lower the blinds|is the front door locked|are the lights off|take a screenshot|restart my phone|open (instagram|spotify|whatsapp|the camera|chrome|youtube|google maps|the calculator)|close this app|turn on (airplane mode|do not disturb|dark lights)|connect to the wifi|shut down the computer|brighten the screen|vacuum the living room with the robot|set brightness to 50)( please| now|)(?|) => final=no_device
// money
2* (what's my balance|how much money do i have|how much is in my (account|savings|checking account)|what's my (bank balance|credit score|credit limit)|transfer (£50|$100|200 quid|5000 naira) to {name} (now|right now|from my account)|send {name} (£20|$50|500 rupees) (now|via paypal|on venmo|from my account)|pay my (credit card|rent|electric bill) (from my account|now|for me) please|freeze my card|block my card|i lost my card, block it|move £200 into my savings (account |)now|what did i spend (last month|on food|this week)|how much did i spend on (groceries|petrol|eating out)|show me my transactions|is my salary in|has my refund arrived in my bank|what's my pin|what's the exchange rate|what's the dollar to naira rate|how much is 100 euros in pounds|convert 50 dollars to rupees|price of bitcoin|apple stock price|how are my shares doing|buy (some |)(bitcoin|apple shares|tesla stock) (now|for me)|what's the interest rate on my loan|when is my next paycheck|why was my card declined)(?|) => final=no_money
// orders and bookings said to a service
3* (can you|could you|would you|i want you to|please can you|are you able to) (book me|book us|get me|reserve me|reserve|reserve us) (a table (for two|for four at eight|at the Italian|for tonight)|a flight to {city}|a hotel in {city}|a taxi( now| to the airport|)|two tickets (for {media}|to {city})|an uber|a cab to work|a room for tonight|a seat on the 8am train|a haircut with my barber)( please|)(?|) => final=no_order
3* (can you|could you|would you|please can you) (order|order me|get me|buy me|buy) (a pizza|some food|a curry|two pizzas from dominos|groceries from tesco|a new phone|a coffee|some flowers for {name}|this from amazon|batteries on amazon|an uber|lunch|dinner from the thai place|a cab)( please| for me|)(?|) => final=no_order
1* (order me a (pizza|taxi|coffee|burger|cab|latte|large pepperoni)|call me (a cab|an uber|a taxi)( now| right now|)|get me (an uber|a lyft|a ride to the airport|a cab)|reserve a table for me at {place} via opentable|find me a cheap flight to {city} and book it|buy it now with my card|place an order for (two pizzas|sushi)|checkout my basket|add this to my amazon cart|where's my (order|parcel|package|delivery|uber)|when will my (package|order|parcel) (arrive|come)|has my order shipped|return my amazon order for me|is there a table free at {place} tonight|are there any rooms at the Hilton)( please|)(?|) => final=no_order
// messages and calls
3* (send|write|shoot|drop) (a|an) (text|message|email|whatsapp|sms) to {name} (saying|that says|telling her|telling him|to say) (hi|i'm running late|i'll be there at six|happy birthday|i love you|call me|see you soon|i'm on my way|sorry|yes to saturday)( now| right now|) => final=no_message
2* (can you|could you|please|would you) (text|message|email|whatsapp|call|ring|phone|dial|facetime) {name} (for me|and say i'm late|and tell her i'm on my way|now|right now|and ask if he's coming|to say hello)(?|) => final=no_message
2* (read me my (emails|messages|texts)|do i have (any |)(new |)(emails|messages|missed calls|texts|voicemail)|any new (emails|messages|mail)|check my (email|inbox|voicemail|messages) (for me|for new mail|and read it out)|reply to {name} (saying|with) (yes|ok|i'll be there)|call (911|999|an ambulance now|{name} on speaker|{name} on his mobile now)|dial {name}|hang up|answer the phone|post (this|a photo) (on|to) (instagram|facebook|twitter)|tweet (hello world|that i'm here|good morning)|who emailed me( today|)|what did {name} (say|text|message)( me|)|redial|forward this to {name}|send this to {name}|send my location to {name}|message the group chat that i'm late|start a video call with {name}|let {name} know i'm on my way now|put me through to {trade}|connect me to (customer service|an agent|a human)|i want to (speak|talk) to a (human|real person|manager))(?|) => final=no_message
// media
4* (play|play|put on|stream|shuffle) (some |)(jazz|music|Beyonce|my playlist|the radio|Radio 4|the latest episode of {media}|classical music|relaxing music|Bohemian Rhapsody|a podcast|{media}|afrobeats|the beatles|lo-fi beats|bollywood songs|the news on bbc|an audiobook|workout music|white noise|my morning playlist|songs by adele|{media} on netflix)( please| now|) => final=no_media
1* (next song|skip this song|skip track|pause the music|stop the music|what song is this|who sings this|turn the music off|repeat this song|shuffle my library|like this song|previous track|resume playback|show me (a picture|photos|pictures|videos) of (cats|dogs|{city}|my dog|the beach)|take a (photo|selfie|picture)|show my photos from last summer|play that again|rewind|fast forward|draw (me |)(a cat|a picture of a house|a logo)|generate an image of a sunset|make me a logo|what's playing|rate this song five stars|save this song)( please|)(?|) => final=no_media
// travel
3* (how do i get to|directions to|navigate to|take me to|how long to|how far is it to|what's the quickest way to|show me the way to|route to|how far is) ({city}|the airport|work|{place}|the station|the nearest hospital|home)( from here| by train| on foot|)(?|) => final=no_travel
2* (how's the traffic|what's the traffic like( on the M25| to work|)|is there traffic on the way to work|when is the next (bus|train|tube)( to {city}| to town|)|what time is the (last|next) train( to {city}|)|is my (flight|train) (on time|delayed)|flight status of BA 117|are there flights to {city}( on friday|)|cheapest flight to {city}|how long is the flight to {city}|do i need a visa for (india|france|the us|ghana|japan)|train times to {city} please|what gate is my flight|where am i|is the tube running|any delays on the northern line|how much is an uber to the airport|which bus goes to {place}|when should i leave for the airport|how many miles to {city})(?|) => final=no_travel
// writing, working out
3* (write me|compose me|draft me|can you write|could you write me|generate) (a poem about (love|spring|my cat|{city})|an essay (on|about) (climate change|shakespeare|democracy)|a cover letter for me|a haiku|a song about (rain|{city})|a python script (that sorts a list|to rename files)|some code to (reverse a string|parse json)|a story about a dragon|a speech for me|a tweet about coffee|an email to my boss for me asking for a raise|a limerick|a short story|sql to count users|an apology to my wife for me|a birthday poem for {name} for me)(?|) => final=no_write
2* (translate|how do you say|how do i say|what's|say) (hello|thank you|good morning|where is the toilet|i love you|cheers|goodbye|the bill please) (in|into|to) (spanish|french|hindi|yoruba|german|japanese|italian|igbo|hausa|swahili|tamil)(?|) => final=no_write
2* (what's|what is|calculate|how much is|work out|compute|whats) (12 times 9|15% of 80|the square root of 144|2+2|2 plus 2|10 divided by 4|365 * 24|7 factorial|20 percent of 45|half of 37|3.5 x 12|a 15% tip on 42|9 squared|1000 minus 37|5 + 7|100/3|18% gst on 2500)(?|) => final=no_write
1* (convert (5 miles to km|10 kg to pounds|100 fahrenheit to celsius|2 cups to ml|6 feet to cm|3 litres to pints)|how many (km in a mile|grams in an ounce|cups in a litre|inches in a foot|seconds in a day)|spell (necessary|accommodation|rhythm|entrepreneur)|how do you spell (necessary|definitely|bureaucracy)|solve x squared equals 9|fix my grammar|proofread this for me( now|)|rewrite this (politely|in a formal tone)|what rhymes with (orange|time)|give me a synonym for (happy|big|important)|antonym of cold|debug this code|what's wrong with this code|summarise this article|summarize this pdf|summarise this email for me|give me ideas for a birthday party|make me a workout plan|make me a diet plan|plan a trip to {city} for me|give me a 3 day itinerary for {city}|do my homework for me|answer my emails for me|explain this code)(?|) => final=no_write
// advice
2* (i have a headache, what should i take|what should i do about my back pain|is this rash serious|am i pregnant|how do i lose weight|how can i sleep better|should i (see a doctor|sell my house|break up with him|quit my job|text my ex|invest in gold|buy a house now|get a dog|lie to my boss|move to {city})|what are the symptoms of (flu|covid|diabetes|malaria|strep)|how much paracetamol can i take|is it legal to (record a call|park here|fly a drone)|can my landlord (evict me|raise the rent)|do i have to pay this fine|how should i invest my money|am i depressed|what should i (wear tonight|wear to the wedding|eat tonight|have for dinner|cook tonight|name my dog|get {name} for his birthday|study at uni)|how do i (get over a breakup|ask for a raise|make friends|write a will|stop procrastinating|deal with my boss|get rid of hiccups|lower my blood pressure)|is it safe to (eat raw eggs|take ibuprofen with alcohol)|can i sue my (boss|landlord)|what career should i choose|is coffee bad for you|is my mole cancerous)(?|) => final=no_advice
// files, calendars, sharing, settings
2* (open (my |the |)(photos|documents folder|downloads|pdf|excel file|file manager)|read this (pdf|file|document)( to me|)|what's in this (file|photo|picture)|scan this (receipt|document) with the camera|attach (a photo|this file|the pdf|a document)( to it| to this task|)|add an attachment|import my (google calendar|outlook tasks|todoist|contacts)|connect (to |)(my |)(google calendar|outlook|gmail|slack|notion|trello|jira)|sync with (google calendar|outlook|my phone|icloud|todoist)|check my (google calendar|outlook calendar)|what's on my google calendar|print (this|my list on the printer)|save this as a pdf|find the file called budget.xlsx|delete the file report.docx|rename the file to final|create a folder on my desktop|open my calendar app)( please|)(?|) => final=no_file
2* (share (my |the |this |)(list|tasks|shopping list) with (my wife|{name}|my team|mum|the group)|assign (this|it|that task) to {name}|invite {name} to (my list|this list|the app)|let {name} (see|edit) my (list|tasks)|send (my list|the shopping list) to {name}|email (my tasks|my list) to (me|{name})|collaborate with {name} on this|make (this|the list) public|sync (my tasks|this) to my (phone|other laptop|tablet)|log me in|sign me in|log out|create an account|what's my password|share it with {name}|can {name} see my tasks|can my wife edit this list too|add {name} as a collaborator|who else can see this list|publish my list)( please|)(?|) => final=no_share
2* (change the (theme|language|font|colour|background|wallpaper|voice|notification sound)( to (dark|french|blue|spanish|big)|)|turn on dark mode|dark mode( please|)|switch to (dark mode|spanish|french|light mode)|make the (text|font) bigger|use a bigger font|mute notifications|turn off notifications|enable notifications|change my username|delete my account|upgrade (to pro|my plan)|cancel my errand subscription|clear my history|change the time zone|use 24 hour time|start the week on monday|update the app|go to settings|open settings|change your name to {name}|speak slower|talk to me in spanish|speak to me in french|change your voice|disable the sounds|reset the app|make it full screen|zoom in)( please|)(?|) => final=no_setting
// asked of many tasks, but made for one
2* (mark|tick off|check off|complete|finish) (everything|all tasks|all of them|all my tasks|the lot|all)( as done| done| off|)( please|) => final=no_bulk,ask_which special=1
3* (tag all of them|tag everything|rename all my tasks|add a note to every task|set a reminder for everything|make everything high priority|make all tasks urgent|make them all repeat weekly|set all priorities to low|add a subtask to every task|duplicate every task|move everything to work|move all the tasks to home|reopen everything|reopen all done tasks|merge all my lists|tag all my tasks with work|remind me about everything|untag everything|mark all of today's tasks as done|complete everything in work|tick everything off the shopping list|everything is done|all done, tick them all off) => final=no_bulk
2* (mark|tick off|check off|complete) (everything|all tasks|all of them|all my tasks|the lot|all)( as done| off|)( please|) => final=no_bulk
1* (mark|tick off|complete) everything (in|on) (my|the) (shopping|work|garden|home|party) list( as done|) => final=no_bulk
1* (everything|all of it|the lot) is (done|finished|sorted) => final=no_bulk
1* (i've|i have) (done|finished) (everything|all of them|the lot|all my tasks)( today|) => final=no_bulk
// never
1* (how do i (make a bomb|hack {name}'s phone|pick a lock to break in|get away with fraud|make poison)|hack (my neighbour's wifi|into {name}'s account)|help me cheat on my exam|forge a doctor's note|write me a fake id|where can i buy illegal drugs|help me stalk my ex|track my wife's phone|steal a car for me|spread a rumour about {name} online|make a fake passport|launder some money|write a phishing email|give me {name}'s home address) => final=no_help
""")
NEGATED = carriers(r"""
3* (don't|do not|dont|please don't|never) (add|put|write|save|stick) {title:item} (to|on|in) (any list|any of my lists|my lists|anywhere|a list|the list)( please|)
4* (don't|do not|dont|please do not|pls don't) add {title:any}
3* (don't|do not|dont) (add|put) {title:item} (on|to|in) (my|the) {_list} list
2* (don't|do not|dont) (log|record|save|put down|jot down|write down) {title:any}
2* (no need to|you needn't|please don't) (add|note|put down) {title:any}
2* i (don't|do not|dont) want {title:np} (added|on the list|on my list|in here)
3* (don't|do not|dont|no need to|please don't|pls don't) remind me about (the |my |){title:np}( please|)
3* (don't|do not|dont|no need to|please don't) remind me to {title:vp}
1* you (don't have|don't need|needn't) to remind me (about the {title:np}|to {title:vp})
1* (don't|do not|dont) (add|put down|note down|write down|create a task for) {title:np}
1* (don't|do not|dont) (add|put) {title:item} (to|on) (my|the) shopping list
1* (don't|do not) (set|make|create) a reminder (for|about) (the |my |){title:np}
1* (no|i don't want a|i don't need a) reminder (for|about) (the |my |){title:np}( please|)
1* (no reminder|don't need reminding|no need for a reminder) to {title:vp}
1* i('d| would) rather you didn't remind me (about the {title:np}|to {title:vp})
1* (never|stop) remind(ing|) => drop=1
1* i don't want to be reminded (about the {title:np}|to {title:vp})
1* don't (schedule|pencil in|plan) (the |a |){title:event}
1* (don't|do not) make a (task|note|todo) (for|about) (the |my |){title:np}
""")
NEGATED = [c for c in NEGATED if "drop" not in c.const]
BEYOND = [c for c in BEYOND if "special" not in c.const]

ASK = carriers(r"""
4* remind me (about|of) {task:np}( please|) => final=ask_when
2* (ping|nudge|alert|notify|prod) me about {task:np} => final=ask_when
1* (can|could) you remind me about {task:np}(?|) => final=ask_when
1* (don't let me forget|i need a reminder about|i want reminding about) {task:np} => final=ask_when
4* (shift|move|push|change|switch|bump) {task:np} to (another|a different|some other|a later|a better|a new) (day|date|time|slot) => final=ask_when
2* {task:np} (has to|needs to|must) (move|be another day|be another time|be later|happen some other time) => final=ask_when
2* (push|move|shift|put) everything (i have|on my list|on my plate|i've planned) (back|off|out|on) => final=ask_when
2* (make|create|add|give|set) (me |)(a|a new|another) task (for|in|on|under) {list:other}, {priority:flag} => final=ask_title
2* (make|create|add) (me |)(a|a new|another) {priority:adj} task (for|in|under) {list:other} => final=ask_title
1* (add|create) a new {priority:adj} (one|task|item) => final=ask_title
// title
4* (set|create|make|add|schedule|put) (something|a reminder|a task|an event|one) {due:for} => final=ask_title
3* remind me {due} => final=ask_title
3* (set|create|make|add) a reminder {due} => final=ask_title
2* (set|create|make|add|schedule) (a|another|a new|me a|one more) (task|reminder|to-do|todo|event) => final=ask_title
2* (add|new|create|remind|remind me|reminder|new task|add task|add a task|create a task|set a reminder|make a reminder|schedule something|add something|new reminder|new todo|i want to add a task|i need to add something|can you add something|can you remind me|can you remind me of something|can you set a reminder|i need a reminder|remind me of something|remind me about something|add one more|add another|add another one|i have a new task|help me remember something|take a note|write something down|make a note|i want to add something|let me add a task|please add a task) => final=ask_title
2* (can|could) you remind me {due}(?|) => final=ask_title
1* (can|could|would) you (set|add|create|schedule) (a reminder|something|a task) {due:for}(?|) => final=ask_title
1* (i need|i want) (a reminder|a task|something) {due:for} => final=ask_title
1* i have something {due} => final=ask_title
1* i have to do something {due} => final=ask_title
1* (put|pencil|pop|stick) something (in|down) {due:for} => final=ask_title
1* (new|another) (task|reminder|todo) {due:for} => final=ask_title
1* (nudge|ping|alert|notify) me {due} => final=ask_title
1* {due} remind me => final=ask_title
1* {due:daybare} => final=ask_title
1* {due} => final=ask_title
1* add a {priority:adj} task => final=ask_title
1* (add|create|make|set) a task with {priority:word} priority => final=ask_title
1* (add|create|make) a {priority:adj} (task|reminder|todo) {due:for} => final=ask_title
1* (make|add|create|i need) a (repeating|recurring) task => final=ask_title
1* remind me {repeat} => final=ask_title
1* (set|add|create) a reminder {repeat} => final=ask_title
1* add a task (tagged|with the tag) {tags:word} => final=ask_title
1* don't let me forget => final=ask_title
1* (schedule|book in|plan) something {due:for} => final=ask_title
// items for a list
3* (add|put) (something|some things|an item|a few things|a task|one more thing|stuff) (to|on) (my|the|our) {list} list => final=ask_items
1* add (an item|something|a task) to {list} => final=ask_items
1* add to (my|the|our) {list} list => final=ask_items
1* (can|could) you (add|put) (something|a thing|some things) (to|on) (my|the) {list} list(?|) => final=ask_items
1* i (need|want) to add (something|some things|a few things|stuff) to (my|the) {list} list => final=ask_items
1* new (task|item) (in|on) (my|the) {list} list => final=ask_items
// when
4* (postpone|reschedule|push|delay|push back|put off|rearrange) {task} => final=ask_when
2* (change|move|update) the (date|due date|deadline|day|time) (of|for|on) {task} => final=ask_when
2* (can|could) (you|we) (reschedule|postpone|move|push back) {task:np}(?|) => final=ask_when
2* i need to (reschedule|move|postpone|push back) {task:np} => final=ask_when
1* {task:np} needs (rescheduling|to be rescheduled|to be moved|a new date|moving) => final=ask_when
1* (please|pls|kindly) (reschedule|postpone|prepone) {task:np} => final=ask_when
1* (set|add) a (due date|deadline) (for|on|to) {task:np} => final=ask_when
1* {task:np} (has been|got|was) (postponed|rescheduled|moved|pushed back) => final=ask_when
1* set a reminder (for|on|about) {task:np} => final=ask_when needs=task
1* i can't (make|do) {task:event} (any more|that day|then) => final=ask_when
1* change when {task:np} is due => final=ask_when
1* (postpone|push back|reschedule|delay|move) everything => final=ask_when
1* (postpone|reschedule|push back) {f.due:possessive} tasks => final=ask_when
1* (postpone|reschedule|push back) everything (in|on) (the |my ){list} list => final=ask_when
1* (postpone|reschedule|move) the overdue (tasks|ones|stuff) => final=ask_when
// which task
3* (delete|remove|cancel|complete|finish|move|reschedule|rename|update|edit|change|reopen|tag|postpone) (a|one|one of my|some|any|a certain) (task|reminder|todo|item|tasks)( please|) => final=ask_which
2* (delete|complete|move|rename|update|edit|change|reopen|reschedule|tag|untick|modify|tick off)( please|) => final=ask_which
2* i (want|need|would like|'d like) to (delete|change|edit|move|rename|reschedule|complete|update|modify|cancel) (something|a task|one of my tasks|a reminder|an item) => final=ask_which
1* (can|could|will) you (delete|change|edit|move|rename|update|complete|cancel) (a task|something|a reminder|one of my tasks)( for me|)(?|) => final=ask_which
1* mark (something|a task|one) (as |)(done|complete) => final=ask_which
1* (something|a task|one of my tasks) is done => final=ask_which
1* i (finished|did|completed) (something|one of my tasks|a task) => final=ask_which
1* (something|one of them) (changed|got cancelled|was cancelled) => final=ask_which
1* (make|set) (something|a task|one of them) (high priority|urgent|low priority) => final=ask_which
1* (move|push|postpone|reschedule) (something|a task|one of my tasks) to {due:target} => final=ask_which
1* (change|update|edit) (a|the) (due date|deadline|priority|title|note|tag|date) => final=ask_which
1* (add|put) a (note|tag|due date|deadline|reminder)( on a task| on it please|) => final=ask_which drop=1
1* (remind me about|add a note to|add a tag to|set a reminder on|add a due date to) (one of my tasks|a task|something on my list) => final=ask_which
// lists
3* (delete|remove) a list => final=ask_list
2* (rename|change|edit|open|show|show me|clear|empty) (a|one of my) (list|lists) => final=ask_list
2* (i want|i need|i'd like) to (delete|rename|empty|open|change) (a list|one of my lists) => final=ask_list
4* (move|put|shift|file|transfer) {task} (to|in|into|on) (another|a different|a new|some other|the other|one of my) list => final=ask_list
1* {task:np} is (in|on) the wrong list => final=ask_list
1* {task:np} should be (in|on) (another|a different) list => final=ask_list
1* change the list (of|for) {task:np} => final=ask_list
1* (add|put) {title:any} (to|on|in) (one of my lists|a list|another list|a different list) => final=ask_list
1* (delete|rename|clear) the list => final=ask_list
1* (can|could) you (delete|rename|clear|open) (a list|one of my lists)(?|) => final=ask_list
// names
5* (create|make|start|add|set up|begin) (a list|a new list|another list|one more list)( please|) => final=ask_list_name
2* (can|could|will) you (create|make|start|add|set up) (a|a new|another) list( for me|)(?|) => final=ask_list_name
2* i (want|need|'d like|would like) (a|a new|another|to make a|to create a new|to start a) list => final=ask_list_name
1* (new list|list please|another list please|let's make a list|let's start a new list|make me a list|start me a new list) => final=ask_list_name
4* rename (my|the|our) {list} list => final=ask_new_name
2* (change|edit) the name of (my|the) {list} list => final=ask_new_name
3* (rename|retitle|reword) {task} => final=ask_new_name
1* (change|edit|update) the (title|name|text) of {task:np} => final=ask_new_name
1* give {task:np} (a better|another|a new|a different) (name|title) => final=ask_new_name
1* give (the|my) {list} list (a better|another|a new|a different) name => final=ask_new_name
1* (can|could) you rename (the|my) {list} list(?|) => final=ask_new_name
1* {list} is a (bad|silly) name for (a|the) list => final=ask_new_name
// what about it
3* (change|edit|modify|amend|adjust|alter) {task:np} => final=ask_change
1* (i want|i need|i'd like) to (change|edit|update|modify) {task:np} => final=ask_change
1* (can|could) you (change|edit|update|modify) {task:np}(?|) => final=ask_change
1* {task:np} (has changed|needs changing|needs an update|needs editing|is wrong|needs to change) => final=ask_change
1* make a change to {task:np} => final=ask_change
// steps
3* (add a|add another|create a|make a|i need a|new|another|one more) (subtask|sub-task|step) => final=ask_step
2* (add|create) (a |some |a few |)(subtask|subtasks|steps|step) to {task:np} => final=ask_step
1* (break|split) {task:np} (down|up|into steps|into smaller steps|into subtasks) => final=ask_step
1* (can|could) you add (a|another) (subtask|step)( to {task:np}|)(?|) => final=ask_step
// look for
3* (search|find|look up|search my tasks|find something|find a task|search for something|look for something|look for a task|i'm looking for something|find one of my tasks|search for a task|look something up|can you find something|can you search for something|i can't find something|where is it|i want to search|let me search|search tasks) => final=ask_text
// formats
4* (export|export my tasks|export everything|export all my tasks|download my tasks|back up my tasks|back up everything|backup|export my data|can i export my tasks|can i export my tasks?|can you export my list|save my tasks to a file|i want to export my tasks|make a backup|download everything|export my list|export it all|give me a file with all my tasks|i need an export|get my data out|export the lot|save everything to a file|can i download my data?|i want a copy of my tasks|dump my tasks|i want a backup|please export my tasks|kindly export the data) => final=ask_format
// fields
2* (change|set|update) the priority (of|on|for) {task:np} => final=ask_priority
1* set a priority (for|on) {task:np} => final=ask_priority
1* (reprioritise|reprioritize) {task:np} => final=ask_priority
2* (tag|label) {task:np} => final=ask_tag
1* (add|put) a (tag|label) (to|on) {task:np} => final=ask_tag
1* (show|list) (me |)(tasks|everything) with a (certain |)tag => final=ask_tag
2* (add|put|leave|write) a note (to|on|for) {task:np} => final=ask_note
1* {task:np} needs a note => final=ask_note
1* (make|have) {task:np} (recurring|repeat|repeating) => final=ask_repeat
1* {task:np} should (repeat|recur) => final=ask_repeat
1* change how often {task:np} repeats => final=ask_repeat
// an empty filter
2* (delete|remove|postpone|move|reschedule|push|clear) (some|several|a few|some of my|a few of my|a bunch of|certain|multiple) (tasks|things|of them|reminders|items) => final=ask_filter
1* (delete|remove|clear|clean up) (a few|some) (old |)(tasks|things|reminders) => final=ask_filter
1* (move|push|postpone) (some|a few) (tasks|things|of my tasks) to {due:target} => final=ask_filter
1* (bulk|mass) (delete|postpone|edit) => final=ask_filter
// nothing to hold on to
3* (asdf|sdfsdf|qwerty|?|??|???|...|blah|blah blah|hjkl|lkjlkj|aaaa|zzz|dfg|1|42|gfhgfh|.|!|xx|asdfghjkl|umm|um|uh|er|erm|hmmmm|what|what?|huh|huh?|eh?|pardon|come again|sorry what|i|the|and|to|please|a|so|well|um so|it|that|this one|do it|do something|do the thing|the usual|you know|you know what to do|same as always|go on|go ahead|do that thing|i want|i need|can you|could you|i was wondering|just a second|one sec|hang on|wait|wait a minute|hold on|let me think|give me a sec|brb) => final=ask_again
""")
ASK = [c for c in ASK if "drop" not in c.const]

TALK += carriers(r"""
4* (good night|goodnight|night|night night|nighty night|good nite|gn|sleep well|off to bed|time for bed|see you in the morning)( errand| then| all| x|)(!|) => final=night
3* (bye|goodbye|bye bye|see you|see ya|see you tomorrow|see you soon|cya|laters|catch you later|i'm off|gotta go|that's all for today|have a good one|have a good evening|take care|bye for now|until next time|signing off|right i'm off)( errand| then|)(!|) => final=bye
3* (good morning|morning|gm|mornin)( errand| you| all|)(!|) => final=morning,tell
3* (good evening|evening|good afternoon|afternoon)( errand| all|)(!|) => final=evening,tell
4* (hi|hello|hey|hiya|hi there|hello there|hey there|yo)( errand| again| you| buddy| friend| mate|)(!|) => final=hello,tell
4* (thanks|thank you|thx|cheers|ta|many thanks|thanks a lot|thanks so much|ty|tysm|thank you so much)( errand| mate| buddy| so much| again| for that| for your help|)(!| :\)|) => final=welcome
3* (thanks|cheers|ta|thank you|great|ok thanks|perfect|brilliant)(,|) (that's all|that's it|that's everything|all good|i'm good|nothing else|that'll do|that will be all)( for now| today|)(!|) => final=welcome
3* (you're|you are|ur|youre) (a star|a legend|a lifesaver|the best|great|amazing|brilliant|awesome|so helpful|really good|very clever|smart|good at this|a gem|fab|handy)(!|) => final=glad
2* (legend|star|lifesaver|nice one|smashing|top job|cracking|magic|neat|sweet|ace|splendid|marvellous|wicked|lovely jubbly|boom)(!|) => final=glad
2* (you're|you are|ur) (useless|rubbish|so slow|stupid|terrible|annoying|getting worse|wrong|no help|not very bright)(!|) => final=sorry,undo
2* (wow|oh wow|haha|hahaha|lol|lmao|hehe|omg|oh well|whatever|meh|hm ok|interesting|i see|right then|okay then|ok whatever|fair|sure thing|alrighty|okey dokey|all good) => final=okay
2* (how are you|how are u|how r u|how are things|how's life|how you doing|how's your day going|you good|you well)( today| errand| doing| then|)(?|) => final=fine,tell
2* (what|which) (languages|language) do you (speak|understand)(?|) => final=errand,model drop=1
2* (who|what) are you( exactly| then| really|)(?|) => final=errand,model
2* (are you|r u|are you really) (chatgpt|an ai|a bot|a robot|a person|human|real|gpt|claude|gemini|siri|alexa|google)(?|) => final=errand,model
2* (who|which company) (made|built|created|trained|wrote|owns|runs) (you|this|this app|errand)(?|) => final=errand,model
2* (do you|does this|does errand) (store|keep|save|upload|share|sell|track) (my data|my tasks|anything|what i type|what i say|my stuff|my information)( anywhere| online| in the cloud|)(?|) => final=private
2* (is|are) (this|my tasks|my data|it|my list) (private|safe|secure|encrypted|stored online|in the cloud|on a server)(?|) => final=private
""")
TALK = [c for c in TALK if "drop" not in c.const]

BEYOND += carriers(r"""
3* (play|put on|stick on|blast|stream) (some |me some |a bit of |)(jazz|music|tunes|reggae|techno|classical|rock|pop|country|blues|something relaxing|something upbeat|disco|soul)( please| for me| now|)(?|) => final=no_media
2* share (my|this|the) (list|tasks|shopping list|to-do list|calendar) with ({name}|my {family}|the team|everyone|my flatmates)( please|) => final=no_share
2* (send|give|show) ({name}|my {family}|the team) (access to |)(my|this|the) (list|tasks|shopping list)( please|) => final=no_share
3* (how long|how many minutes) (does it take|do you|should i|do i) (to |)(boil|cook|roast|bake|fry|steam|grill) (an egg|rice|a chicken|potatoes|pasta|a turkey|salmon|lentils)( for|)(?|) => final=no_web
3* what('s| is|s) the capital (of|city of) (peru|france|mongolia|canada|turkey|brazil|norway|chad|spain|japan|kenya|cuba)(?|) => final=no_web
2* (who|what) (won|happened in|was the score in|scored in) (the match|the game|the cup final|the race|the fight|the tennis|the f1|the rugby|the cricket)( last night| yesterday| today| on saturday|)(?|) => final=no_news
2* (is it|will it be|is it going to be|how) (hot|cold|windy|wet|dry|warm|rainy|sunny|humid|icy) (outside|today|tomorrow|this weekend|on sunday|out|later)(?|) => final=no_weather
2* (turn|switch) (on|off|up|down) the (lights|lamp|kitchen light|thermostat|tv|telly|radio|speaker|fan in the bedroom|air con|hoover)( please| now|) => final=no_device
2* what('s| is|s) (the|today's) (time|date|day)( now| today| right now| please|)(?|) => final=no_clock
2* (what|which) day (is it|of the week is it|is it today)(?|) => final=no_clock
2* what time is it( now| in {city}| there|)(?|) => final=no_clock
2* (set|start|run) (a|the) timer (for|of) (ten minutes|5 minutes|10 min|an hour|20 mins|half an hour|90 seconds)( please|) => final=no_alarm
2* (rap|sing|dance|whistle|beatbox|moonwalk)( for me| please|) => final=no_fun
2* (tell|give) me (a|another|one more) (joke|riddle|pun|story|fun fact|tongue twister)( please| about {pet}|)(!|) => final=no_fun
2* (translate|how do you say|what's) ("|)(hello|good morning|thank you|i am hungry|where is the station|happy birthday)("|) (in|into|to) (welsh|polish|greek|arabic|dutch|korean|turkish|russian|swedish|latin)(?|) => final=no_write
2* (what's|what is|whats|calculate|work out) ({digits} (plus|times|minus|divided by|x) {digits}|{digits}% of {digits}0|the square root of {digits}|half of {digits}3)(?|) => final=no_write
2* (write|draft|compose|type up) (me |)(a|an|my) (email|letter|cv|essay|speech|poem|reference|complaint|blog post|tweet|caption|resignation letter)( about {topic}| to {name}| for {name}| for me|)( now| please|) => final=no_write
""")

ASK += carriers(r"""
3* (move|reschedule|postpone|push|delay|shift|bump) (it|that|this|that one)( please| then| instead|) => final=ask_when
2* (start over|begin again|from the top|let's start again|start again|reset|try again|again) => final=ask_again
2* (asdkjh|kjhkjh|fghj|wertyu|zxcv|lkjh|aaa|blah blah|sdf sdf|qqqq|hgjk|yhyh|mnbv|dfgdfg|jkl|uio|vbnm|xcvxcv|tyuty) => final=ask_again
3* (set|make|put|add|create|schedule) (something|a thing|one|sth|smth|anything) {due:for} => final=ask_title
2* (can|could) (u|you|ya) (set|make|put|add) (something|a reminder|one) {due:for}(?|) => final=ask_title
2* (i've got|i have|there's|we have) something {due} => final=ask_title
2* (remind|nudge|ping) me {due}( please| about something| ok|) => final=ask_title
2* (book|pencil|slot|schedule) something in {due:for} => final=ask_title
3* (change|edit|update|fix|alter|amend) {task:np}( please| for me|) => final=ask_change
2* (change|edit|update|alter) something (about|on|in) {task:np} => final=ask_change
3* (reschedule|postpone|move|push back|delay) {task:np}( please| again| for me|) => final=ask_when
2* {task:np} (needs|has) to be (rescheduled|postponed|moved|pushed back)( again|) => final=ask_when
2* i (need|want|'d like) to (change|move) (when|the time of|the date of) {task:np}( is|) => final=ask_when drop=1
3* (add|put) (something|some stuff|a few things|things|an item|one more thing) (to|on|in) {list} => final=ask_items
2* (make|create|start|new) (a |)list( for me| please|) => final=ask_list_name
2* rename {list}( please| for me| to something else|) => final=ask_new_name
2* rename (the|my) {list} list( please|) => final=ask_new_name
2* (tag|label) {task:np}( please| for me|) => final=ask_tag
2* (add|put) a tag on {task:np} => final=ask_tag
2* (give|set) {task:np} a (different |new |)priority => final=ask_priority
2* (add|write|put) a note( on| for| to) {task:np}( please|) => final=ask_note
2* (add|write|put) (a|some) (note|notes)( somewhere| please|) => final=ask_which
2* export( it| all| everything| my stuff| my tasks| my list)( please|)(?|) => final=ask_format
2* (can|could) (i|you) (export|download|back up) (my tasks|my list|everything|it all|this)( please|)(?|) => final=ask_format
2* (search|find|look for|look up)( something| a task| one)( for me| please|) => final=ask_text
""")
ASK = [c for c in ASK if "drop" not in c.const]
