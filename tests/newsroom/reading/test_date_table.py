"""A table of the forms in which news tells time: each sentence with the dates that it means, left to right."""

from datetime import date

import pytest

from newsroom.reading.analysis import analyse
from newsroom.reading.timing import resolve_times
from newsroom.values import Paragraph
from timeline.gazetteer import load

ENGLISH = """
Duarte met Lindqvist Monday. = 2026-01-12
Duarte met Lindqvist on Wednesday. = 2026-01-14
On Wednesday Duarte met Lindqvist. = 2026-01-14
Duarte on Tuesday night met Lindqvist. = 2026-01-13
Duarte said late Monday that talks had ended. = 2026-01-12
Duarte said late on Monday that talks had ended. = 2026-01-12
Early Tuesday, troops crossed the border. = 2026-01-13
Monday's meeting lasted an hour. = 2026-01-12
Monday’s meeting lasted an hour. = 2026-01-12
The Monday meeting lasted an hour. = 2026-01-12
The Friday explosions killed nine people. = 2026-01-09
Earlier Monday, police clashed with protesters. = 2026-01-12
Earlier on Monday, police clashed with protesters. = 2026-01-12
Later Monday, police clashed with protesters. = 2026-01-12
Also Sunday, thousands rallied. = 2026-01-11
As of Friday, the border is closed. = 2026-01-09
They met last Friday. = 2026-01-09
They met last Wednesday. = 2026-01-07
They met this past Saturday. = 2026-01-10
They met this Monday. = 2026-01-12
They will meet this Friday. = 2026-01-16
They meet this Friday in Oslo. = 2026-01-16
They will meet next Friday. = 2026-01-16
They will meet next Tuesday. = 2026-01-20
The talks, set to resume Monday in Belfast, are in doubt. = 2026-01-19
The talks were due to resume on Thursday. = 2026-01-15
A vote is scheduled for Thursday. = 2026-01-15
A vote is expected Thursday. = 2026-01-15
The council is expected to vote Thursday. = 2026-01-15
The council was to vote Thursday. = 2026-01-15
The council votes Thursday on the text. = 2026-01-15
Thursday's vote will decide the matter. = 2026-01-15
He flies to Cairo on Friday. = 2026-01-16
He is to fly to Cairo on Friday. = 2026-01-16
He is flying to Cairo on Friday. = 2026-01-16
He plans to fly to Cairo on Friday. = 2026-01-16
He would fly to Cairo on Friday, aides said. = 2026-01-16
He had flown to Cairo on Friday, aides said. = 2026-01-09
Aides said on Tuesday he would fly to Cairo on Friday. = 2026-01-13 2026-01-16
Aides said he would fly to Cairo, the state agency reported on Tuesday. = 2026-01-13
He will fly to Cairo, aides said Tuesday. = 2026-01-13
The minister, who arrived Sunday, leaves Thursday. = 2026-01-11 2026-01-15
Saddam said he will begin withdrawing troops on Friday and release prisoners. = 2026-01-16
The monarch will meet the president on Thursday in Maine. = 2026-01-15
The king, whom he met Monday, was pleased. = 2026-01-12
With the vanguard arriving Tuesday, the force grew. = 2026-01-13
Talks on Saturday failed, but those on Friday may succeed. = 2026-01-10 2026-01-16
The deadline is Friday. = 2026-01-16
The deadline was Friday. = 2026-01-09
The Wednesday deadline passed without a deal. = 2026-01-14
A bomb exploded at dawn Sunday. = 2026-01-11
A bomb exploded before dawn on Sunday. = 2026-01-11
A bomb exploded Sunday morning. = 2026-01-11
A bomb exploded on the morning of Sunday. = 2026-01-11
A bomb exploded at 9 a.m. Sunday. = 2026-01-11
A bomb exploded on Saturday night. = 2026-01-10
Overnight Saturday, a bomb exploded. = 2026-01-10
Clashes broke out overnight Saturday to Sunday. = 2026-01-10/2026-01-11
They met on Monday and Tuesday. = 2026-01-12/2026-01-13
They met Monday and again Tuesday. = 2026-01-12 2026-01-13
They will meet on Thursday and Friday. = 2026-01-15/2026-01-16
They met from Monday to Wednesday. = 2026-01-12/2026-01-14
They will meet from Friday through Sunday. = 2026-01-16/2026-01-18
They will meet Friday-Sunday. = 2026-01-16/2026-01-18
They meet between Monday and Thursday next week. = 2026-01-19/2026-01-22
They met on Monday, Jan. 12. = 2026-01-12
They met on Monday, Jan. 12, 2026. = 2026-01-12
They met on Monday (Jan. 12). = 2026-01-12
They met on Monday (January 12) in Oslo. = 2026-01-12
They met on Monday 12 January 2026. = 2026-01-12
They met a week ago Monday. = 2026-01-05
They met on Monday of last week. = 2026-01-05
They met on Friday last week. = 2026-01-09
They will meet on Tuesday next week. = 2026-01-20
They will meet on Tuesday of next week. = 2026-01-20
They will meet a week from Tuesday. = 2026-01-27
They met last Monday evening. = 2026-01-12
He left today. = 2026-01-14
He left yesterday. = 2026-01-13
He left yesterday morning. = 2026-01-13
He leaves tomorrow. = 2026-01-15
He leaves the day after tomorrow. = 2026-01-16
He left the day before yesterday. = 2026-01-12
He left last night. = 2026-01-13
He left this morning. = 2026-01-14
He speaks tonight. = 2026-01-14
He speaks this evening. = 2026-01-14
He speaks tomorrow night. = 2026-01-15
He left earlier today. = 2026-01-14
Two days ago he left. = 2026-01-12
He left 10 days ago. = 2026-01-04
He left a week ago. = 2026-01-07~
He left two weeks ago. = 2025-12-31~
He left a month ago. = 2025-12~
He left a couple of weeks ago. = 2025-12-31~
He left some three weeks ago. = 2025-12-24~
He left about a month ago. = 2025-12~
He left almost four years ago. = 2022~
He left a decade ago. = 2016~
He will leave in three days. = 2026-01-17
He will leave in two weeks. = 2026-01-28~
He will leave within a week. = [2026-01-14..2026-01-21]
He will leave three days from now. = 2026-01-17
He will leave in ten days' time. = 2026-01-24
They met this week. = [2026-01-12..2026-01-18]
They met last week. = [2026-01-05..2026-01-11]
They will meet next week. = [2026-01-19..2026-01-25]
They met earlier this week. = [2026-01-12..2026-01-14]
They will meet later this week. = [2026-01-14..2026-01-18]
They will meet early next week. = [2026-01-19..2026-01-20]
They met the previous week. = [2026-01-05..2026-01-11]
They met the week before last. = [2025-12-29..2026-01-04]
They will meet the week after next. = [2026-01-26..2026-02-01]
They will meet the week of Jan. 19. = [2026-01-19..2026-01-25]
They met in the week of January 5. = [2026-01-05..2026-01-11]
They met at the weekend. = [2026-01-10..2026-01-11]
They met last weekend. = [2026-01-10..2026-01-11]
They met over the past week. = 2026-01-07/2026-01-14
They met during the past two weeks. = 2025-12-31/2026-01-14
They met this month. = 2026-01
They met last month. = 2025-12
They will meet next month. = 2026-02
They will meet later this month. = [2026-01-14..2026-01-31]
They met in December. = 2025-12
They met in January. = 2026-01
They will meet in February. = 2026-02
They met in November 2025. = 2025-11
They met in November, 2025. = 2025-11
They met in November of 2025. = 2025-11
They met in November of last year. = 2025-11
They met last November. = 2025-11
They will meet next March. = 2026-03
They will meet in March next year. = 2027-03
A summit set for Washington in April will go on. = 2026-04
They met in early December. = [2025-12-01..2025-12-10]
They will meet in early March. = [2026-03-01..2026-03-10]
They will meet in mid-January. = [2026-01-11..2026-01-20]
They will meet in mid January. = [2026-01-11..2026-01-20]
They will meet in mid-to-late February. = [2026-02-11..2026-02-28]
They met in the middle of December. = [2025-12-11..2025-12-20]
They met in late-December. = [2025-12-21..2025-12-31]
They met at the start of December. = [2025-12-01..2025-12-10]
They met at the end of December. = [2025-12-21..2025-12-31]
They will meet by the end of March. = [..2026-03-31]
They will meet before the end of March. = [..2026-03-31]
They will meet by early March. = [..2026-03-10]
They will meet by March. = [..2026-03-31]
They met in the first week of December. = [2025-12-01..2025-12-07]
They will meet in the last week of January. = [2026-01-25..2026-01-31]
They will meet in the second half of February. = [2026-02-15..2026-02-28]
They will meet in the first half of February. = [2026-02-01..2026-02-14]
They met between November and January. = 2025-11/2026-01
They met from November to January. = 2025-11/2026-01
Talks run from March to May. = 2026-03/2026-05
Talks will run between March and May 2027. = 2027-03/2027-05
They met in October and November. = 2025-10/2025-11
They met six months ago. = 2025-07~
They met the previous month. = 2025-12
They met earlier this month. = [2026-01-01..2026-01-14]
They met early this month. = [2026-01-01..2026-01-10]
They will meet late next month. = [2026-02-21..2026-02-28]
They met on Jan. 12. = 2026-01-12
They met on January 12. = 2026-01-12
They met on January 12th. = 2026-01-12
They met on 12 January. = 2026-01-12
They met on the 12th of January. = 2026-01-12
They met on the 12th. = 2026-01-12
They will meet on the 20th. = 2026-01-20
They met on the 20th. = 2025-12-20
They will meet on the 20th of this month. = 2026-01-20
They will meet on the 5th of next month. = 2026-02-05
They met on Dec. 20, 2025. = 2025-12-20
They met on Dec. 20, 2025, in Oslo. = 2025-12-20
They met on Dec 20 2025. = 2025-12-20
They met on 20 Dec 2025. = 2025-12-20
They met on 20 Dec. 2025. = 2025-12-20
They met on 20-Dec-2025. = 2025-12-20
They met on December 20th, 2025. = 2025-12-20
They met on the 20th of December, 2025. = 2025-12-20
They met on 20th December 2025. = 2025-12-20
They met on Dec. 20. = 2025-12-20
They will meet on Dec. 20. = 2026-12-20
They will meet on January 22. = 2026-01-22
They met on 2025-12-20. = 2025-12-20
They met on 2025/12/20. = 2025-12-20
They met on 2025.12.20. = 2025-12-20
They met on 20/12/2025. = 2025-12-20
They met on 12/20/2025. = 2025-12-20
They met on 20.12.2025. = 2025-12-20
They will meet on January 22 and 23. = 2026-01-22/2026-01-23
They will meet on January 22-23. = 2026-01-22/2026-01-23
They will meet Jan. 22–23 in Oslo. = 2026-01-22/2026-01-23
They will meet on 22 and 23 January. = 2026-01-22/2026-01-23
Both 22 and 23 January are possible. = {2026-01-22,2026-01-23}
They will meet on either January 22 or 23. = [2026-01-22,2026-01-23]
They will meet on January 22 or 23. = [2026-01-22,2026-01-23]
They will meet from January 22 to 25. = 2026-01-22/2026-01-25
They will meet from 22 to 25 January. = 2026-01-22/2026-01-25
They will meet between January 22 and 25. = 2026-01-22/2026-01-25
They will meet between January 28 and February 3. = 2026-01-28/2026-02-03
They will meet from January 28 to February 3. = 2026-01-28/2026-02-03
They will meet from 28 January to 3 February. = 2026-01-28/2026-02-03
They met December 28-January 3. = 2025-12-28/2026-01-03
They met on December 29, 30 and 31. = 2025-12-29/2025-12-31
They met from December 29, 2025 to January 2, 2026. = 2025-12-29/2026-01-02
They will meet Jan. 22 through Jan. 25. = 2026-01-22/2026-01-25
Since Jan. 3 he has been in custody. = 2026-01-03/..
It has been so since January. = 2026-01/..
It has been so since last month. = 2025-12/..
It has been so since Monday. = 2026-01-12/..
He stays until Jan. 20. = ../2026-01-20
He stays until Friday. = ../2026-01-16
He must go by Friday. = [..2026-01-16]
He stayed until Friday. = ../2026-01-09
It was signed around January 5. = 2026-01-05~
It was signed on or about January 5. = 2026-01-05~
They met in 1994. = 1994
They met in early 1994. = [1994-01-01..1994-04-30]
They met in late 1994. = [1994-09-01..1994-12-31]
They met in mid-1994. = [1994-05-01..1994-08-31]
They met at the end of 1994. = [1994-09-01..1994-12-31]
It lasted from 1968 to 1989. = 1968/1989
It lasted between 1968 and 1989. = 1968/1989
It began in the 1990s. = 199X
It began in the early 1990s. = [1990-01-01..1993-12-31]
They met last year. = 2025
They met earlier this year. = [2026-01-01..2026-01-14]
They will meet later this year. = [2026-01-14..2026-12-31]
They will meet next year. = 2027
They will meet early next year. = [2027-01-01..2027-04-30]
They met late last year. = [2025-09-01..2025-12-31]
They met over the past year. = 2025-01/2026-01
They met in the first quarter of 2025. = [2025-01-01..2025-03-31]
It grew in the third quarter. = [2025-07-01..2025-09-30]
It will grow in the second quarter. = [2026-04-01..2026-06-30]
It grew last quarter. = [2025-10-01..2025-12-31]
It grew in the fourth quarter of last year. = [2025-10-01..2025-12-31]
It grew in Q3 2025. = [2025-07-01..2025-09-30]
It grew in the first half of 2025. = [2025-01-01..2025-06-30]
They met last summer. = 2025-22
They met in the summer of 2025. = 2025-22
They met in summer 2025. = 2025-22
They will meet this summer. = 2026-22
They will meet in the spring. = 2026-21
They met last spring. = 2025-21
They met in the fall of 2024. = 2024-23
They met in autumn 2024. = 2024-23
They met last fall. = 2025-23
They met on Christmas Day. = 2025-12-25
They met on Christmas Eve. = 2025-12-24
They met on New Year's Eve. = 2025-12-31
They met on New Year's Day. = 2026-01-01
They will meet on New Year's Day. = 2027-01-01
They met on Boxing Day. = 2025-12-26
They will meet on Valentine's Day. = 2026-02-14
They met on May Day. = 2025-05-01
They met on Thanksgiving Day. = 2025-11-27
They met on the Fourth of July. = 2025-07-04
They met on Halloween. = 2025-10-31
They met on Good Friday. = 2025-04-18
They met on Easter Sunday. = 2025-04-20
He arrived on Monday. The next day, he left. = 2026-01-12 2026-01-13
He arrived on Monday. The following day he left. = 2026-01-12 2026-01-13
He arrived on Monday and left the next day. = 2026-01-12 2026-01-13
He arrived on Monday. A day later he left. = 2026-01-12 2026-01-13
He arrived on Jan. 3. Three days later he left. = 2026-01-03 2026-01-06
He arrived on Jan. 3. A week later he left. = 2026-01-03 2026-01-10
He arrived on Jan. 12. Two days earlier he had spoken. = 2026-01-12 2026-01-10
He arrived on Jan. 12. The day before, he had spoken. = 2026-01-12 2026-01-11
He arrived on Jan. 12. The day after, he spoke. = 2026-01-12 2026-01-13
He arrived on Monday. He spoke that evening. = 2026-01-12 2026-01-12
He arrived on Jan. 3, 2024. That week, he spoke. = 2024-01-03 [2024-01-01..2024-01-07]
He arrived on Jan. 3, 2024. Later that month, he spoke. = 2024-01-03 [2024-01-03..2024-01-31]
He arrived on Nov. 3, 2024. That year he spoke often. = 2024-11-03 2024
He arrived on Nov. 3, 2024. The following month he left. = 2024-11-03 2024-12
He arrived on Nov. 3, 2024. The following year he left. = 2024-11-03 2025
He arrived on Nov. 3, 2024. A month later he left. = 2024-11-03 2024-12~
He arrived on Nov. 3, 2024. A year later he left. = 2024-11-03 2025~
The four-day visit begins on Monday. = 2026-01-19
In Riyadh, today is the eighth day of the siege. = 2026-01-14
"""

WIRE = """
Stocks fell Thursday after the bank said it would raise rates. = 1998-03-19
Stocks fell on Thursday, a day after the bank raised rates. = 1998-03-19
The company said its profit rose 12 percent in the quarter ended Dec. 31. = 1997-12-31
The offer expires April 3. = 1998-04-03
The dividend is payable May 1 to holders of record April 10. = 1998-05-01 1998-04-10
The trial, which began Monday, is expected to last until Thursday. = 1998-03-16/.. ../1998-03-26
The trial, which opened Monday, is expected to end Thursday. = 1998-03-16 1998-03-26
In trading Thursday, the dollar fell. = 1998-03-19
Secretary of State Albright arrives here Saturday for talks. = 1998-03-21
Albright arrived here Saturday for talks that will end Sunday. = 1998-03-14 1998-03-22
Albright, who returns Saturday, spoke by telephone Thursday. = 1998-03-21 1998-03-19
The president leaves Sunday on a 12-day trip to Africa. = 1998-03-22
He was found dead Tuesday night. = 1998-03-17
He was found dead on Tuesday night at his home. = 1998-03-17
Police found the body Wednesday. = 1998-03-18
More than 100 people were killed in Monday's bombing. = 1998-03-16
Friday's bombing killed 100 people. = 1998-03-20
Good evening. In Iraq today inspectors returned to work. = 1998-03-20
On Capitol Hill today, senators debated the bill. = 1998-03-20
Tomorrow, the inspectors will return. = 1998-03-21
The inspectors return tomorrow. = 1998-03-21
Tonight, the inspectors have returned. = 1998-03-20
This weekend, inspectors will return. = [1998-03-21..1998-03-22]
Last weekend, inspectors returned. = [1998-03-14..1998-03-15]
The accord, signed in February, averted an attack. = 1998-02
The accord, signed Feb. 23, averted an attack. = 1998-02-23
The accord signed on Feb 23 averted an attack. = 1998-02-23
The Feb. 23 accord averted an attack. = 1998-02-23
Elections are to be held in September. = 1998-09
Elections will be held in September. = 1998-09
Elections are scheduled for September. = 1998-09
Elections were held in September. = 1997-09
Elections were held last September. = 1997-09
Elections planned for next month will be delayed. = 1998-04
The elections, set for April 26, will be watched closely. = 1998-04-26
He was to appear in court Friday. = 1998-03-20
He was to appear in court Monday. = 1998-03-23
He is due in court Monday. = 1998-03-23
He is due to appear in court on Monday. = 1998-03-23
He appeared in court Monday. = 1998-03-16
He faces a hearing Monday. = 1998-03-23
A hearing was set for Monday. = 1998-03-23
A hearing is set Monday. = 1998-03-23
The Senate may vote as early as Tuesday. = 1998-03-24
The Senate could vote as soon as Tuesday. = 1998-03-24
The Senate voted as early as Tuesday. = 1998-03-17
The meeting Tuesday was the first since January. = 1998-03-17 1998-01/..
The meeting Tuesday will be the first since January. = 1998-03-24 1998-01/..
Arafat said Thursday he would meet Netanyahu on Monday. = 1998-03-19 1998-03-23
Arafat said he would meet Netanyahu on Monday. = 1998-03-23
Arafat said that he had met Netanyahu on Monday. = 1998-03-16
Arafat is scheduled to meet Netanyahu on Monday, officials said Thursday. = 1998-03-23 1998-03-19
In a statement issued Thursday, the ministry denied it. = 1998-03-19
In an interview published Thursday, he denied it. = 1998-03-19
In an interview to be published Sunday, he denied it. = 1998-03-22
In an interview to be broadcast on Sunday, he denied it. = 1998-03-22
The plan calls for a vote on Monday. = 1998-03-23
The plan called for a vote on Monday. = 1998-03-23
They called for a strike on Monday. = 1998-03-23
They called a strike for Monday. = 1998-03-23
They agreed Thursday to resume talks next week. = 1998-03-19 [1998-03-23..1998-03-29]
They agreed Thursday to resume talks Monday. = 1998-03-19 1998-03-23
They agreed to talks that resume Monday. = 1998-03-23
Talks broke down Wednesday and will not resume before Monday. = 1998-03-18 1998-03-23
By Thursday, 500 people had died. = [..1998-03-19]
Through Thursday, 500 people had died. = 1998-03-19
Until Thursday, he had said nothing. = ../1998-03-19
Wednesday was a national holiday. = 1998-03-18
Monday is a national holiday. = 1998-03-23
Since Monday, 500 people have died. = 1998-03-16/..
The market will be closed Monday for a holiday. = 1998-03-23
The market was closed Monday for a holiday. = 1998-03-16
He won the March 10 primary. = 1998-03-10
He leads in the polls before the April 7 primary. = 1998-04-07
The deal, announced Wednesday, needs approval. = 1998-03-18
The deal announced Wednesday will need approval. = 1998-03-18
The deal will take effect Wednesday. = 1998-03-25
The embassy, bombed Friday, will reopen Monday. = 1998-03-20 1998-03-23
Officials said the plane, which disappeared Tuesday, will be searched for until Sunday. = 1998-03-17 ../1998-03-22
Clinton, speaking Thursday in Washington, said he would go to Africa on Sunday. = 1998-03-19 1998-03-22
Asked Thursday whether he would resign, he declined to answer. = 1998-03-19
They will have met by Monday. = [..1998-03-23]
The bank expects to complete the sale by June 30. = [..1998-06-30]
The bank completed the sale June 30. = 1997-06-30
The sale is expected to close in the second quarter. = [1998-04-01..1998-06-30]
For the year ended Dec. 31, profit was flat. = 1997-12-31
As of March 1, it had 500 workers. = 1998-03-01
Effective April 1, it will have 500 workers. = 1998-04-01
Effective immediately, he will resign March 31. = 1998-03-31
He resigned effective March 31. = 1998-03-31
It filed for protection on Dec. 12, 1997. = 1997-12-12
In the week ended March 14, claims fell. = [1998-03-09..1998-03-14]
The two-day meeting ends today. = 1998-03-20
He spoke late Thursday. = 1998-03-19
He spoke late Thursday night. = 1998-03-19
He spoke at midday Thursday. = 1998-03-19
He spoke Thursday at the White House. = 1998-03-19
On the eve of Monday's vote, he spoke. = 1998-03-23
Ahead of Monday's vote, he spoke. = 1998-03-23
Residents went to the polls Sunday in a vote that could change the country. = 1998-03-15
Residents go to the polls Sunday. = 1998-03-22
Russia and Iran said Monday they would sign a deal Friday. = 1998-03-16 1998-03-20
The court ruled Thursday that he must leave by Monday. = 1998-03-19 [..1998-03-23]
NATO said on Wednesday it has decided to admit Poland in early April. = 1998-03-18 [1998-04-01..1998-04-10]
NATO has decided to admit Poland in early April. = [1998-04-01..1998-04-10]
The accession was planned for early April, but no exact date was fixed. = [1998-04-01..1998-04-10]
The April accession will enable the countries to sign. = 1998-04
The November accession enabled the countries to sign. = 1997-11
The carrier has been on patrol since December and was scheduled to return in April. = 1997-12/.. 1998-04
"""

SPANISH = """
El lunes se reunieron en Oslo. = 2026-01-12
Se reunieron el lunes. = 2026-01-12
Se reunieron el lunes pasado. = 2026-01-12
Se reunirán el viernes. = 2026-01-16
Se reunirán el próximo viernes. = 2026-01-16
Se reunirán el viernes próximo. = 2026-01-16
Se reunirán este viernes. = 2026-01-16
Se reunieron este lunes. = 2026-01-12
Se reunieron el miércoles por la noche. = 2026-01-14
Se reunieron ayer. = 2026-01-13
Se reunieron anteayer. = 2026-01-12
Se reunieron antes de ayer. = 2026-01-12
Se reunieron anoche. = 2026-01-13
Se reunirán mañana. = 2026-01-15
Se reunirán pasado mañana. = 2026-01-16
Se reunieron hoy. = 2026-01-14
Se reunieron esta mañana. = 2026-01-14
Se reunieron la semana pasada. = [2026-01-05..2026-01-11]
Se reunirán la próxima semana. = [2026-01-19..2026-01-25]
Se reunirán la semana próxima. = [2026-01-19..2026-01-25]
Se reunirán la semana que viene. = [2026-01-19..2026-01-25]
Se reunieron esta semana. = [2026-01-12..2026-01-18]
Se reunieron el mes pasado. = 2025-12
Se reunirán el próximo mes. = 2026-02
Se reunirán el mes que viene. = 2026-02
Se reunieron este mes. = 2026-01
Se reunieron el año pasado. = 2025
Se reunirán el año que viene. = 2027
Se reunieron este año. = 2026
Se reunieron el 12 de enero. = 2026-01-12
Se reunieron el 12 de enero de 2026. = 2026-01-12
Se reunieron el pasado 12 de enero. = 2026-01-12
Se reunieron el 12 de diciembre del año pasado. = 2025-12-12
Se reunieron el 12 de diciembre pasado. = 2025-12-12
Se reunieron el lunes 12 de enero. = 2026-01-12
Se reunieron el lunes, 12 de enero de 2026. = 2026-01-12
Se reunieron el 1 de enero. = 2026-01-01
Se reunieron el primero de enero. = 2026-01-01
Se reunieron el 1º de enero. = 2026-01-01
Se reunieron del 5 al 8 de enero. = 2026-01-05/2026-01-08
Se reunieron entre el 5 y el 8 de enero. = 2026-01-05/2026-01-08
Se reunirán los días 22 y 23 de enero. = 2026-01-22/2026-01-23
Se reunieron en enero. = 2026-01
Se reunieron en diciembre pasado. = 2025-12
Se reunieron en diciembre de 2025. = 2025-12
Se reunieron a principios de enero. = [2026-01-01..2026-01-10]
Se reunieron a inicios de enero. = [2026-01-01..2026-01-10]
Se reunieron a mediados de diciembre. = [2025-12-11..2025-12-20]
Se reunieron a finales de diciembre. = [2025-12-21..2025-12-31]
Se reunieron a fines de diciembre. = [2025-12-21..2025-12-31]
Se reunirán a finales de mes. = [2026-01-21..2026-01-31]
Se reunieron a finales del año pasado. = [2025-09-01..2025-12-31]
Se reunieron hace tres días. = 2026-01-11
Se reunieron hace dos semanas. = 2025-12-31~
Se reunieron hace un mes. = 2025-12~
Llegó el lunes. Dos días después se fue. = 2026-01-12 2026-01-14
Llegó el lunes. Al día siguiente se fue. = 2026-01-12 2026-01-13
Llegó el lunes. El mismo día se fue. = 2026-01-12 2026-01-12
Llegó el lunes. Un día antes habló. = 2026-01-12 2026-01-11
Desde el lunes está detenido. = 2026-01-12/..
Desde 2016 está detenido. = 2016/..
Se quedará hasta el viernes. = ../2026-01-16
Se reunieron en 1994. = 1994
Se reunieron el fin de semana. = [2026-01-10..2026-01-11]
Se reunieron el pasado fin de semana. = [2026-01-10..2026-01-11]
Se reunirán el próximo fin de semana. = [2026-01-17..2026-01-18]
Se reunirán en verano de 2027. = 2027-22
La cumbre prevista para el jueves se mantiene. = 2026-01-15
La cumbre será el jueves. = 2026-01-15
La cumbre comenzará el jueves y terminará el sábado. = 2026-01-15 2026-01-17
Trump dijo el martes que viajará el jueves. = 2026-01-13 2026-01-15
Trump viajará el jueves, dijo el martes su portavoz. = 2026-01-15 2026-01-13
Trump se reunió el martes con Putin y viaja el viernes a Riad. = 2026-01-13 2026-01-16
Trump va a viajar el jueves. = 2026-01-15
Trump habría viajado el sábado. = 2026-01-10
Los ministros iban a reunirse el jueves. = 2026-01-15
Trump tiene previsto viajar el jueves. = 2026-01-15
Trump anunció que se reuniría el jueves con Putin. = 2026-01-15
El Gobierno convocó una reunión para el jueves. = 2026-01-15
En la década de 1990 hubo guerra. = 199X
Se reunieron el día de Navidad. = 2025-12-25
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    lines = [line.split(" = ") for line in table.strip().splitlines()]
    return [(text, answers.split()) for text, answers in lines]


def days(text: str, base: date, language: str = "en") -> list[str]:
    article = analyse(text, [Paragraph(text, 0, len(text), 0, len(text))], 0, base, load(), language)
    answers = resolve_times(article)
    return [answers[place].edtf for place in sorted(answers)]


@pytest.mark.parametrize(("text", "edtf"), rows(ENGLISH))
def test_english_from_a_wednesday(text: str, edtf: list[str]) -> None:
    assert days(text, date(2026, 1, 14)) == edtf


@pytest.mark.parametrize(("text", "edtf"), rows(WIRE))
def test_wire_and_broadcast_from_a_friday(text: str, edtf: list[str]) -> None:
    assert days(text, date(1998, 3, 20)) == edtf


@pytest.mark.parametrize(("text", "edtf"), rows(SPANISH))
def test_spanish_from_a_wednesday(text: str, edtf: list[str]) -> None:
    assert days(text, date(2026, 1, 14), "es") == edtf


@pytest.mark.parametrize(
    "text",
    [
        "They meet every Monday.",
        "The Good Friday Agreement holds.",
        "They decorated Christmas trees.",
        "Prices may fall of late.",
        "They spring to his aid.",
        "The first half of the match was dull.",
        "The 12th round began.",
        "A day after the vote they spoke.",
        "Two days before the vote they spoke.",
        "In three days of talks nothing was agreed.",
        "Por la mañana hablaron.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert days(text, date(2026, 1, 14)) == []


def test_two_orders_of_small_numbers_are_both_kept() -> None:
    assert days("They met on 05/01/2026.", date(2026, 6, 1)) == ["[2026-01-05,2026-05-01]"]


def test_this_week_said_on_a_sunday_looks_to_the_week_that_begins() -> None:
    assert days("They will meet this week.", date(2026, 1, 18)) == ["[2026-01-19..2026-01-24]"]
    assert days("They met this week.", date(2026, 1, 18)) == ["[2026-01-12..2026-01-18]"]


def test_both_ends_of_a_range_have_answers_of_their_own() -> None:
    assert days("They met on Monday and Friday.", date(2026, 1, 18)) == ["{2026-01-12,2026-01-16}"]
    assert days("They will meet Monday or Tuesday.", date(2026, 1, 18)) == ["[2026-01-19,2026-01-20]"]
